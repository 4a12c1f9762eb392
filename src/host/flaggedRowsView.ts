import * as vscode from 'vscode';
import { FLAG_KINDS, type FlagKind } from '../webview/protocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { linesByKind } from '../webview/viewModel/linesByKind.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { AnalysisSession, SessionResult } from './analysisSession.ts';
import type { Disposable } from './disposable.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import { linesFlagged } from './linesFlagged.ts';
import { nameOfPlace } from '../data/inputs/inputPart.ts';
import { readExcerpts } from '../data/readExcerpts.ts';
import { withPlace } from '../webview/viewModel/flagRow.ts';
import { mostSevereFirst } from '../webview/viewModel/mostSevereFirst.ts';
import type { Sessions } from './sessions.ts';
import { fileNameOf } from './fileNameOf.ts';

/** Items below one parent that are listed: a tree is for walking, the panel's table for searching. */
const MOST_ITEMS = 500;
const TOOLTIP_LENGTH = 600;

const ICONS: Readonly<Record<FlagKind, string>> = {
  'exact-duplicate': 'copy',
  'near-duplicate': 'files',
  contained: 'symbol-namespace',
  'semantic-duplicate': 'lightbulb',
  template: 'symbol-snippet',
  'preference-pair': 'git-compare',
  'off-distribution': 'compass',
  quality: 'checklist',
  'row-error': 'error',
};

/** An item of the tree; commands of its menu get it as their argument. */
export type FlaggedItem =
  | { readonly type: 'kind'; readonly kind: FlagKind; readonly entries: readonly FlagEntry[] }
  | { readonly type: 'flag'; readonly entry: FlagEntry; readonly isDismissed: boolean }
  | { readonly type: 'dismissed'; readonly entries: readonly FlagEntry[] }
  | { readonly type: 'line'; readonly entry: FlagEntry; readonly line: number }
  | { readonly type: 'more'; readonly count: number };

export interface FlaggedRowsView extends Disposable {
  /** Shows the flags of the file that the person has in front of them; of the last one where there is none. */
  show(session: AnalysisSession | undefined): void;
  /** The file whose flags are shown. */
  readonly uri: vscode.Uri | undefined;
  readonly provider: vscode.TreeDataProvider<FlaggedItem>;
}

/** The tree “Flagged rows”: kind, then cluster or row, then the rows of a cluster. */
export function createFlaggedRowsView(sessions: Sessions): FlaggedRowsView {
  const changes = new vscode.EventEmitter<void>();
  let shown: AnalysisSession | undefined;
  let listed: SessionResult | undefined;

  const provider: vscode.TreeDataProvider<FlaggedItem> = {
    onDidChangeTreeData: changes.event,
    getChildren(item) {
      if (!listed) return [];
      return item ? childrenOf(item) : [...kindsOf(listed.flags), ...dismissedOf(listed)];
    },
    getTreeItem(item) {
      const made = treeItem(item, shown?.uri);
      const line = item.type === 'line' ? item.line : item.type === 'flag' && item.entry.line;
      const place = line ? nameOfPlace(listed?.report.file.parts, line) : undefined;
      if (place !== undefined) {
        const said = typeof made.description === 'string' ? made.description : '';
        made.description = said === '' ? harmlessText(place, 120) : withPlace(said, place);
      }
      return made;
    },
    async resolveTreeItem(treeItem, item) {
      if (!listed || !('entry' in item)) return treeItem;
      const line = item.type === 'line' ? item.line : item.entry.line;
      const [excerpt] = await readExcerpts(listed, [line]);
      const reason = flagReason(item.entry, hostWording());
      treeItem.tooltip = `${reason}\n\n${harmlessText(excerpt ?? '', TOOLTIP_LENGTH)}`;
      return treeItem;
    },
  };
  const view = vscode.window.createTreeView('strata.flaggedRows', {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });

  function list(): void {
    listed = shown?.result;
    const { page } = hostWording();
    const name = shown ? fileNameOf(shown.uri) : '';
    view.description = listed ? harmlessText(name, 60) : '';
    view.message = listed?.flags.length === 0 ? page.noFlags : '';
    const flagged = listed?.flaggedLines.count ?? 0;
    view.badge = flagged > 0 ? { value: flagged, tooltip: linesFlagged(flagged) } : undefined;
    changes.fire();
  }

  const subscriptions = [
    changes,
    view,
    sessions.onDidChange(({ session, change }) => {
      if (
        (change === 'state' || change === 'flags') &&
        session === shown &&
        session.state.kind !== 'running' &&
        session.result !== listed
      )
        list();
    }),
    sessions.onDidClose((uri) => {
      if (shown?.uri.toString() !== uri.toString()) return;
      shown = undefined;
      list();
    }),
  ];

  return {
    show(session) {
      if (!session || session === shown) return;
      shown = session;
      list();
    },
    provider,
    get uri() {
      return shown?.uri;
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function kindsOf(flags: readonly FlagEntry[]): FlaggedItem[] {
  return FLAG_KINDS.flatMap((kind): FlaggedItem[] => {
    const entries = flags.filter((entry) => entry.kind === kind);
    return entries.length > 0 ? [{ type: 'kind', kind, entries }] : [];
  });
}

function dismissedOf({ dismissed }: SessionResult): FlaggedItem[] {
  return dismissed.length > 0 ? [{ type: 'dismissed', entries: dismissed }] : [];
}

function childrenOf(item: FlaggedItem): FlaggedItem[] {
  switch (item.type) {
    case 'kind':
      return capped(item.entries.toSorted(mostSevereFirst), (entry) => ({
        type: 'flag',
        entry,
        isDismissed: false,
      }));
    case 'dismissed':
      return capped(item.entries, (entry) => ({ type: 'flag', entry, isDismissed: true }));
    case 'flag':
      return item.entry.lines.length > 1
        ? capped(item.entry.lines, (line) => ({ type: 'line', entry: item.entry, line }))
        : [];
    case 'line':
    case 'more':
      return [];
  }
}

function capped<T>(values: readonly T[], toItem: (value: T) => FlaggedItem): FlaggedItem[] {
  const items = values.slice(0, MOST_ITEMS).map(toItem);
  const count = values.length - items.length;
  return count > 0 ? [...items, { type: 'more', count }] : items;
}

function treeItem(item: FlaggedItem, uri: vscode.Uri | undefined): vscode.TreeItem {
  const { count } = hostWording();
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  switch (item.type) {
    case 'kind': {
      const made = new vscode.TreeItem(flagKindName(item.kind), Collapsed);
      made.id = item.kind;
      made.description = linesAndClusters(item);
      made.iconPath = new vscode.ThemeIcon(ICONS[item.kind]);
      made.contextValue = 'strata.kind';
      return made;
    }
    case 'dismissed': {
      const made = new vscode.TreeItem(vscode.l10n.t('Dismissed'), Collapsed);
      made.id = 'dismissed';
      made.description = count(item.entries.length);
      made.iconPath = new vscode.ThemeIcon('pass');
      return made;
    }
    case 'flag': {
      const { entry } = item;
      const isCluster = entry.lines.length > 1;
      const made = lineItem(entry, entry.line, uri, isCluster ? Collapsed : None);
      if (isCluster) {
        made.label = vscode.l10n.t(
          '{0} rows, the first in line {1}',
          count(entry.lines.length),
          count(entry.line),
        );
      }
      made.description = flagReason(entry, hostWording());
      if (item.isDismissed) {
        made.description = `${flagKindName(entry.kind)} · ${made.description}`;
        made.contextValue = 'strata.dismissed';
      }
      return made;
    }
    case 'line':
      return lineItem(item.entry, item.line, uri, None);
    case 'more': {
      const made = new vscode.TreeItem(vscode.l10n.t('and {0} more', count(item.count)), None);
      made.command = { command: 'strata.showPanel', title: '', arguments: [uri] };
      return made;
    }
  }
}

/** Lines, as the badge counts them, and how many entries they are listed in where these are fewer. */
function linesAndClusters({ kind, entries }: Extract<FlaggedItem, { type: 'kind' }>): string {
  const { count } = hostWording();
  const lines = linesByKind(entries).get(kind) ?? 0;
  return entries.length < lines
    ? vscode.l10n.t('{0} (clusters: {1})', count(lines), count(entries.length))
    : count(lines);
}

function lineItem(
  entry: FlagEntry,
  line: number,
  uri: vscode.Uri | undefined,
  state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const label = vscode.l10n.t('Line {0}', hostWording().count(line));
  const made = new vscode.TreeItem(label, state);
  made.contextValue = entry.kind === 'row-error' ? 'strata.brokenRow' : 'strata.row';
  if (uri) made.command = { command: 'strata.openLine', title: label, arguments: [uri, line] };
  return made;
}
