import type { MapGroupingView, MapState, MapView } from '../mapProtocol.ts';
import type { RowGroupingId, RowsToPage } from '../rowsProtocol.ts';
import { button } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { mapBody, type MapBody } from './mapBody.ts';
import { mapWaiting } from './mapWaiting.ts';
import type { PageContext } from './pageContext.ts';
import { writeLineRanges } from './writeLineRanges.ts';

export interface MapSection {
  readonly element: HTMLElement;
  show(map: MapState): void;
  /** The points are grouped anew: the flags have changed. */
  regroup(groupings: readonly MapGroupingView[]): void;
  receive(message: Extract<RowsToPage, { type: 'rowExcerpt' }>): void;
  redraw(): void;
  dispose(): void;
}

/** The map of the rows: what is near in meaning stands near. @param onMeasure measures the lines that were chosen */
export function mapSection(page: PageContext, onMeasure: (lines: string) => void): MapSection {
  const { words } = page;
  const body = element('div', { class: 'map-body' });
  let shown: MapBody | undefined;
  return {
    element: element(
      'section',
      { class: 'map', 'aria-labelledby': 'map-title' },
      element('h2', { id: 'map-title' }, words.map),
      element('p', { class: 'muted' }, words.mapSubject),
      body,
    ),
    show: (map) => {
      shown?.dispose();
      shown = map.kind === 'shown' ? datasetMap(map, page, onMeasure) : undefined;
      body.replaceChildren(map.kind === 'shown' && shown ? shown.element : mapWaiting(map, words));
    },
    regroup: (groupings) => shown?.regroup(groupings),
    receive: ({ line, excerpt }) => shown?.showExcerpt({ file: 0, line }, excerpt),
    redraw: () => shown?.redraw(),
    dispose: () => shown?.dispose(),
  };
}

function datasetMap(
  map: MapView,
  { words, state, remember, post }: PageContext,
  onMeasure: (lines: string) => void,
): MapBody {
  const lineOf = (point: number) => map.lines[point] ?? 1;
  return mapBody(map, {
    words,
    grouping: state().mapGrouping,
    onGrouping: (id) => remember({ mapGrouping: id as RowGroupingId }),
    nameOf: (point) => fill(words.lineNumber, formatCount(lineOf(point))),
    askForExcerpt: (point) => post({ type: 'getRowExcerpt', line: lineOf(point) }),
    open: (point) => post({ type: 'openLine', line: lineOf(point), preserveFocus: true }),
    actions: (points) => [
      button(words.measureSelection, {
        primary: true,
        onClick: () => onMeasure(writeLineRanges(Array.from(points, lineOf))),
      }),
    ],
  });
}
