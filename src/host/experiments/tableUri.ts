import * as vscode from 'vscode';
import { uriOfTab } from '../tabs.ts';
import { isThere } from '../isThere.ts';

/** Name of the table that is looked for, and made where there is none. */
const TABLE_NAME = 'strata-runs.csv';

const isTable = (uri: vscode.Uri): boolean => /\.csv$/i.test(uri.path);

/** The table that the person has in front of them, else the one nearest above `near`, else at the root of a folder. */
export async function findTable(near?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const inFront =
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab) ??
    vscode.window.activeTextEditor?.document.uri;
  // A data set in CSV is no table of its own runs.
  if (inFront && isTable(inFront) && inFront.toString() !== near?.toString()) return inFront;
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  for (const folder of [...foldersAbove(near), ...roots]) {
    const table = vscode.Uri.joinPath(folder, TABLE_NAME);
    if (await isThere(table)) return table;
  }
  return undefined;
}

/** The folders that a file is in, up to the one that is open; none where that is not. */
function foldersAbove(file: vscode.Uri | undefined): vscode.Uri[] {
  const root = file && vscode.workspace.getWorkspaceFolder(file)?.uri;
  const folders: vscode.Uri[] = [];
  if (!root) return folders;
  for (let folder = file; folder.path.length > root.path.length;) {
    folder = vscode.Uri.joinPath(folder, '..');
    folders.push(folder);
  }
  return folders;
}

/** Where a new table belongs: at the root of the folder that `near` is in, else of the first. */
export function placeOfNewTable(near?: vscode.Uri): vscode.Uri | undefined {
  const folder =
    (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, TABLE_NAME);
  return near?.scheme === 'file' ? vscode.Uri.joinPath(near, '..', TABLE_NAME) : undefined;
}
