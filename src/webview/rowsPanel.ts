import type { AnalysisSession, SessionResult } from '../host/analysisSession.ts';
import { hostWording } from '../host/hostWording.ts';
import { readExcerpts } from '../data/readExcerpts.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { EXCERPT_UNITS, type MapState } from './mapProtocol.ts';
import { FILTER_KEYS } from './rowsProtocol.ts';
import type { RowFilter, RowsToHost, RowsToPage, SelectionView } from './rowsProtocol.ts';
import { toMapView } from './viewModel/mapView.ts';
import { filteredLines, toFilterView } from './viewModel/rowFilter.ts';
import { rowGroups, type RowGroups } from './viewModel/rowGroups.ts';
import { toSelectionView } from './viewModel/selectionView.ts';

export interface RowsPanel {
  /** What the page needs beside the state of a finished inspection; the map only if the page does not have it. */
  postAll(): void;
  /** The page is new: it has nothing of what was sent. */
  forget(): void;
  /** The map if the page does not have it, its groupings if the flags have changed since. */
  postMap(): void;
  postSelection(): void;
  handle(message: RowsToHost): Promise<void>;
}

/** What the page was last sent a map of. */
interface SentMap {
  readonly map: AnalysisSession['map'];
  readonly flags: SessionResult['flags'];
}

/** The map of the rows and the selection, as the panel shows them. */
export function createRowsPanel(
  session: AnalysisSession,
  post: (message: RowsToPage) => void,
): RowsPanel {
  let known: { readonly flags: SessionResult['flags']; readonly groups: RowGroups[] } | undefined;
  /** Those of the flags as they are now: filter, map and selection ask one after the other. */
  function groups(): RowGroups[] {
    const { result } = session;
    if (!result) return [];
    const { report, rows, flags } = result;
    if (known?.flags !== flags)
      known = { flags, groups: rowGroups(report, rows, flags, hostWording()) };
    return known.groups;
  }

  function mapState(): MapState {
    const { map, result } = session;
    if (map === 'pending') return { kind: 'pending' };
    if (!map || !result || map.rows.length === 0) return { kind: 'none' };
    return { kind: 'shown', ...toMapView(map, result.rows, groups(), hostWording()) };
  }

  function selectionView(): SelectionView {
    const { selection, result } = session;
    const wording = hostWording();
    switch (selection.kind) {
      case 'none':
        return { kind: 'none' };
      case 'running': {
        const { fraction, phase } = selection.progress;
        return { kind: 'running', fraction, phase: wording.view[`phase.${phase}`] };
      }
      case 'failed':
        return { kind: 'failed', message: harmlessText(selection.message, 1000) };
      case 'done':
        return result
          ? toSelectionView(selection.report, result.report, wording)
          : { kind: 'none' };
    }
  }

  function measure(filter: RowFilter): void {
    const { result } = session;
    if (!result) return;
    const { view } = hostWording();
    const found = filteredLines(filter, result.rows, groups());
    const lines = found && found.rows > 0 ? found.ranges : undefined;
    session.measureSelection(filter, lines, found ? view.selectionEmpty : view.selectionLines);
  }

  let sent: SentMap | undefined;
  function postMap(): void {
    const { map, result } = session;
    if (!result || (sent && sent.map === map && sent.flags === result.flags)) return;
    const isThere = sent?.map === map;
    sent = { map, flags: result.flags };
    const state = mapState();
    if (!isThere) post({ type: 'map', map: state });
    else if (state.kind === 'shown') post({ type: 'mapGroupings', groupings: state.groupings });
  }
  const postSelection = () => post({ type: 'selection', selection: selectionView() });
  return {
    postAll() {
      post({ type: 'filter', filter: toFilterView(groups(), hostWording()) });
      postMap();
      postSelection();
    },
    forget() {
      sent = undefined;
    },
    postMap,
    postSelection,
    async handle(message) {
      switch (message.type) {
        case 'getRowExcerpt': {
          const { line } = message;
          const [excerpt = ''] = session.result ? await readExcerpts(session.result, [line]) : [];
          post({ type: 'rowExcerpt', line, excerpt: harmlessText(excerpt, EXCERPT_UNITS) });
          return;
        }
        case 'measureSelection':
          measure(toFilter(message));
          return;
        case 'clearSelection':
          session.clearSelection();
      }
    },
  };
}

/** The conditions of a message, without its type. */
function toFilter(message: RowFilter): RowFilter {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => (message[key] === undefined ? [] : [[key, message[key]]])),
  );
}
