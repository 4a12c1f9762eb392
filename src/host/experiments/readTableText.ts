import * as vscode from 'vscode';
import { isFileNotFound } from '../isFileNotFound.ts';
import { openDocument } from '../sourceOf.ts';

/** The text of a table: of its editor, saved or not, else of the file; `undefined` where there is none. */
export async function readTableText(table: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(table);
  if (document?.isDirty) return document.getText();
  try {
    // Not from the document, which VS Code keeps for a while after its file is gone.
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(table));
  } catch (error) {
    if (isFileNotFound(error)) return undefined;
    throw error;
  }
}
