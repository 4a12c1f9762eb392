import * as vscode from 'vscode';
import type { FlaggedRowsView } from './flaggedRowsView.ts';
import type { Panels } from './panels.ts';
import type { Sessions } from './sessions.ts';
import type { StatusBar } from './statusBar.ts';
import { activeTarget } from './targetUri.ts';

/** Keeps the status bar, the tree and the commands' `when` keys in step with the file that the person has in front of them. */
export function createFront(
  sessions: Sessions,
  panels: Panels,
  statusBar: StatusBar,
  flaggedRows: FlaggedRowsView,
): vscode.Disposable {
  const keys = new Map<string, boolean>();

  function setKey(key: string, value: boolean): void {
    if (keys.get(key) === value) return;
    keys.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  function update(): void {
    const target = activeTarget(panels.active?.uri, sessions);
    const session = target && sessions.get(target);
    statusBar.show(target, session);
    flaggedRows.show(session);
    setKey('strata.hasSession', session !== undefined);
    setKey('strata.hasFlags', (session?.result?.flaggedLines.count ?? 0) > 0);
    setKey('strata.isRunning', session?.state.kind === 'running');
  }

  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
    panels.onDidChangeActive(update),
    sessions.onDidChange(update),
  );
}
