import * as vscode from 'vscode';
import { openDocument } from './sourceOf.ts';
import { isJsonLines, uriOfTab } from './tabs.ts';

/**
 * The file that the person has in front of them, where it is one for Strata: the panel's, the active editor's, or the
 * active tab's, because large files have a tab but no editor that extensions could see.
 */
export function activeTarget(panelTarget: vscode.Uri | undefined): vscode.Uri | undefined {
  if (panelTarget) return panelTarget;
  const uri =
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab) ??
    vscode.window.activeTextEditor?.document.uri;
  return uri && isTarget(uri) ? uri : undefined;
}

/** The file that the person asked for, if need be by asking back. */
export async function askForTarget(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose a .jsonl file to inspect'),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'], [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}

function isTarget(uri: vscode.Uri): boolean {
  return isJsonLines(uri) || openDocument(uri)?.languageId === 'jsonl';
}
