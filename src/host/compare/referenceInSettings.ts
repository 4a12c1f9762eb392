import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { readSettings } from '../settings.ts';

/**
 * The reference that the settings name for a data set: that of the first pattern of
 * `strata.references` which the file fits.
 */
export function referenceInSettings(dataset: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(dataset);
  if (!folder) return undefined;
  const references = Object.entries(readSettings(dataset).references);
  const file = references.find(([glob]) => fits(dataset, folder, glob))?.[1];
  if (file === undefined) return undefined;
  return isAbsolute(file) ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder.uri, file);
}

/** Whether a file fits a pattern of its folder, as VS Code reads patterns. Nothing is searched for. */
function fits(uri: vscode.Uri, folder: vscode.WorkspaceFolder, glob: string): boolean {
  if (glob === '') return false;
  // A large file cannot be opened as a document; of one, only its address is asked for here.
  const document = { uri, languageId: 'jsonl' } as vscode.TextDocument;
  return (
    vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0
  );
}
