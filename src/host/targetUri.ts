import * as vscode from 'vscode';
import { INPUT_FORMATS, kindOfName } from '../data/inputs/inputKind.ts';
import type { Sessions } from './sessions.ts';
import { openDocument } from './sourceOf.ts';
import { isJsonLines, uriOfTab } from './tabs.ts';

/**
 * The file that the person has in front of them, where it is one for Strata: the panel's, the active editor's, or the
 * active tab's, because large files have a tab but no editor that extensions could see. Of formats that hold much else
 * besides data, such as JSON, only a file that was inspected is one.
 */
export function activeTarget(
  panelTarget: vscode.Uri | undefined,
  sessions: Pick<Sessions, 'get'>,
): vscode.Uri | undefined {
  if (panelTarget) return panelTarget;
  const uri = activeFile();
  return uri && (isTarget(uri) || sessions.get(uri)) ? uri : undefined;
}

/** The file in front where Strata could read it, for a person who asks for it by name. */
export function activeDataFile(): vscode.Uri | undefined {
  const uri = activeFile();
  return uri && kindOfName(uri.path) && !/runs\.csv$/iu.test(uri.path) ? uri : undefined;
}

function activeFile(): vscode.Uri | undefined {
  return (
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab) ??
    vscode.window.activeTextEditor?.document.uri
  );
}

/** The file that the person asked for, if need be by asking back. */
export async function askForTarget(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose a data set to inspect'),
    filters: dataFilters(),
  });
  return chosen?.[0];
}

function isTarget(uri: vscode.Uri): boolean {
  return isJsonLines(uri) || openDocument(uri)?.languageId === 'jsonl';
}

/** What dialogs offer that ask for data sets. */
export function dataFilters(): Record<string, string[]> {
  return {
    [vscode.l10n.t('Data sets')]: [...INPUT_FORMATS, 'ndjson', 'gz', 'zst'],
    [vscode.l10n.t('All files')]: ['*'],
  };
}
