import * as vscode from 'vscode';
import { uriOfTab } from '../tabs.ts';

/** Name of the table that is looked for, and made where there is none. */
export const TABLE_NAME = 'strata-runs.csv';

const isTable = (uri: vscode.Uri): boolean => /\.csv$/i.test(uri.path);

/** The table that the person has in front of them, else the workspace's own. */
export async function findTable(): Promise<vscode.Uri | undefined> {
  const inFront =
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab) ??
    vscode.window.activeTextEditor?.document.uri;
  if (inFront && isTable(inFront)) return inFront;
  const found = await vscode.workspace.findFiles(`**/${TABLE_NAME}`, '**/node_modules/**');
  return found.sort((a, b) => a.path.length - b.path.length || a.path.localeCompare(b.path))[0];
}

/** Where a new table belongs: at the root of the folder that `near` is in, else of the first. */
export function placeOfNewTable(near?: vscode.Uri): vscode.Uri | undefined {
  const folder =
    (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, TABLE_NAME);
  return near?.scheme === 'file' ? vscode.Uri.joinPath(near, '..', TABLE_NAME) : undefined;
}
