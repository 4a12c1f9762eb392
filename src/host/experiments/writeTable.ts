import * as vscode from 'vscode';
import type { RunTableEdit } from '../../data/runTable/editRunTable.ts';

/**
 * Changes a table through an edit that undo takes back, and saves it unless it had unsaved changes; a new one is made.
 * @param basis the text that the edit was made for; `undefined` where there was no file
 * @returns the document
 */
export async function writeTable(
  table: vscode.Uri,
  change: Extract<RunTableEdit, { kind: 'new' | 'replaced' }>,
  basis: string | undefined,
): Promise<vscode.TextDocument> {
  const edit = new vscode.WorkspaceEdit();
  let wasDirty = false;
  if (basis === undefined) {
    edit.createFile(table, { contents: new TextEncoder().encode(change.text) });
  } else {
    const document = await vscode.workspace.openTextDocument(table);
    if (plain(document.getText()) !== plain(basis)) {
      throw new Error(vscode.l10n.t('{0} has changed meanwhile: try again.', table.fsPath));
    }
    wasDirty = document.isDirty;
    const range =
      change.kind === 'new'
        ? new vscode.Range(0, 0, document.lineCount, 0)
        : new vscode.Range(change.from - 1, 0, change.to, 0);
    edit.replace(table, document.validateRange(range), change.text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('{0} could not be changed.', table.fsPath));
  }
  const document = await vscode.workspace.openTextDocument(table);
  if (!wasDirty) await document.save();
  return document;
}

/** An editor keeps no byte-order mark, and one kind of line ends. */
const plain = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
