import * as vscode from 'vscode';
import { FLAG_KINDS, isFlagFilter, type FlagKind } from '../webview/protocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { filterFlags } from '../webview/viewModel/queryFlags.ts';
import type { AnalysisSession, SessionResult } from './analysisSession.ts';
import { BESIDE_PANEL } from './besidePanel.ts';
import { columnFor } from './columnFor.ts';
import { cursorLine } from './cursorLine.ts';
import { editorPlace, type EditorPlace } from './editorPlace.ts';
import { fileNameOf } from './fileNameOf.ts';
import type { FlaggedItem, FlaggedRowsView } from './flaggedRowsView.ts';
import { dismissFlags, restoreFlags } from './dismissFlags.ts';
import type { Dismissals } from './dismissals.ts';
import type { OpenLine } from './openLine.ts';
import type { Panels } from './panels.ts';
import { hostWording } from './hostWording.ts';
import { pickFlagKind } from './pickFlagKind.ts';
import { recordInFront } from './recordDocuments.ts';
import { registerCommand, toUri } from './registerCommand.ts';
import { selectLines } from './selectLines.ts';
import type { Sessions } from './sessions.ts';
import { compareWithNearest, showRecord } from './showRecord.ts';
import { stepToFlag } from './stepToFlag.ts';
import { activeDataFile, activeTarget, askAmongKnown, whichDataset } from './targetUri.ts';
import { writeCleanCopy } from './writeCleanCopy.ts';

export interface RowCommandTools {
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly openLine: OpenLine;
  readonly flaggedRows: FlaggedRowsView;
  readonly dismissals: Dismissals;
  /** Told of every file of which a clean copy was written. */
  readonly onCleaned: (uri: vscode.Uri) => void;
}

/** What can be done with flagged rows, from the palette, the tree, links and lenses. */
export function registerRowCommands(tools: RowCommandTools): vscode.Disposable {
  const { sessions, panels, openLine, flaggedRows, dismissals, onCleaned } = tools;
  let lastKind: FlagKind | undefined;

  const inFront = () => activeTarget(panels.active?.uri, sessions);

  /** The session of a URI, of the file in front, or of the tree, as the argument says. */
  function sessionOf(argument: unknown): AnalysisSession | undefined {
    const target = isItem(argument)
      ? flaggedRows.uri
      : (toUri(argument) ?? inFront() ?? flaggedRows.uri);
    return target && sessions.get(target);
  }

  /** For what a person asks for by name: also a file that was not inspected yet, which its panel then shows. */
  async function sessionToRead(argument: unknown): Promise<AnalysisSession | undefined> {
    const known = sessionOf(argument);
    if (known) return known;
    const target =
      toUri(argument) ??
      inFront() ??
      activeDataFile() ??
      (await askAmongKnown(whichDataset(), sessions));
    if (!target) return undefined;
    panels.show(target);
    return sessions.getOrCreate(target);
  }

  function lineOf(session: AnalysisSession, argument: unknown, line: unknown): number | undefined {
    if (typeof line === 'number') return line;
    if (isItem(argument)) return linesOf(argument)[0];
    const read = recordInFront();
    return read?.file.toString() === session.uri.toString() ? read.line : cursorLine(session.uri);
  }

  const onRow =
    (run: (session: AnalysisSession, line: number, column?: vscode.ViewColumn) => Promise<void>) =>
    async (argument: unknown, line: unknown, place: unknown) => {
      const session = sessionOf(argument);
      const found = session && lineOf(session, argument, line);
      if (!session?.result || found === undefined) return;
      const { uri } = session;
      const isBeside = place === BESIDE_PANEL;
      await run(session, found, isBeside ? columnFor(uri, panels.get(uri)?.viewColumn) : undefined);
    };

  async function stepOfKind(direction: 'next' | 'previous', argument: unknown): Promise<void> {
    const session = sessionOf(undefined);
    if (!session?.result) return;
    const title = vscode.l10n.t('Kind of Flagged Row');
    const kind =
      FLAG_KINDS.find((each) => each === argument) ??
      (direction === 'previous' ? lastKind : undefined) ??
      (await pickFlagKind(session.result.flags, title));
    if (!kind) return;
    lastKind = kind;
    await stepToFlag(session, direction, openLine, panels.active, kind);
  }

  /**
   * The flags of items of the tree, or the one with an id; of a line the one flag that it has, or
   * the one that the person picks.
   */
  async function flagsOf(
    session: AnalysisSession,
    { flags: all, flaggedLines }: SessionResult,
    [argument, other, id]: readonly unknown[],
  ): Promise<readonly FlagEntry[]> {
    if (id !== undefined) return all.filter((flag) => flag.id === id);
    const ofItems = itemsOf(argument, other).flatMap((item) => ('entry' in item ? item.entry : []));
    if (ofItems.length > 0) return [...new Set(ofItems)];
    const found = lineOf(session, argument, other);
    const flags = found === undefined ? [] : flaggedLines.at(found);
    if (flags.length < 2) return flags;
    const kind = await pickFlagKind(flags, vscode.l10n.t('Dismiss Which Flag?'));
    return flags.filter((flag) => flag.kind === kind).slice(0, 1);
  }

  const onFlags =
    (run: typeof restoreFlags) =>
    async (...given: readonly unknown[]): Promise<void> => {
      const session = sessionOf(given[0]);
      // While a person chooses, the file may be inspected anew: lines are then those of other rows.
      const result = session?.result;
      const flags = session && result ? await flagsOf(session, result, given) : [];
      if (session && result && flags.length > 0) await run(session.uri, result, flags, dismissals);
    };

  /** The lines of items of the tree, of the flags that pass the panel's filter, or of the kind that the person picks. */
  async function linesToSelect(
    flags: readonly FlagEntry[],
    argument: unknown,
    selected: unknown,
  ): Promise<number[]> {
    if (isFlagFilter(selected)) {
      return filterFlags(flags, selected, hostWording()).flatMap(({ lines }) => lines);
    }
    const items = itemsOf(argument, selected);
    if (items.length > 0) return items.flatMap(linesOf);
    const kind = await pickFlagKind(flags, vscode.l10n.t('Select the Lines of Which Kind?'));
    return flags.filter((flag) => flag.kind === kind).flatMap(({ lines }) => lines);
  }

  async function select(argument: unknown, selected: unknown): Promise<void> {
    const session = sessionOf(argument);
    const result = session?.result;
    if (!result) return;
    const besides = panels.active?.viewColumn;
    const lines = await linesToSelect(result.flags, argument, selected);
    if (lines.length === 0) return;
    const { parts } = result.report.file;
    const ascending = [...new Set(lines)].sort((a, b) => a - b);
    const places = ascending.flatMap((line) => editorPlace(session.uri, parts, line) ?? []);
    const [first] = places;
    if (!first) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Strata: no editor shows the lines of {0}. Write a clean copy instead.',
          fileNameOf(session.uri),
        ),
      );
      return;
    }
    const isInFirst = ({ uri }: EditorPlace) => uri.toString() === first.uri.toString();
    await selectLines(
      first.uri,
      places.filter(isInFirst).map(({ line }) => line),
      besides,
    );
  }

  return vscode.Disposable.from(
    registerCommand('strata.showRecord', onRow(showRecord)),
    registerCommand('strata.compareWithNearest', onRow(compareWithNearest)),
    registerCommand('strata.nextFlaggedRowOfKind', (kind) => stepOfKind('next', kind)),
    registerCommand('strata.previousFlaggedRowOfKind', (kind) => stepOfKind('previous', kind)),
    registerCommand('strata.selectLines', select),
    registerCommand('strata.dismissFlag', onFlags(dismissFlags)),
    registerCommand('strata.restoreFlag', onFlags(restoreFlags)),
    registerCommand('strata.writeCleanCopy', async (argument, filter) => {
      const session = await sessionToRead(argument);
      if (session && (await writeCleanCopy(session, isFlagFilter(filter) ? filter : undefined)))
        onCleaned(session.uri);
    }),
  );
}

function isItem(argument: unknown): argument is FlaggedItem {
  return typeof argument === 'object' && argument !== null && 'type' in argument;
}

/** Those that are selected in the tree, where there are several; else the one whose menu it is. */
function itemsOf(argument: unknown, selected: unknown): readonly FlaggedItem[] {
  return (Array.isArray(selected) ? selected : [argument]).filter(isItem);
}

function linesOf(item: FlaggedItem): readonly number[] {
  switch (item.type) {
    case 'kind':
      return item.entries.flatMap(({ lines }) => lines);
    case 'dismissed':
      return [];
    case 'flag':
      return item.entry.lines;
    case 'line':
      return [item.line];
    case 'more':
      return [];
  }
}
