import * as vscode from 'vscode';

/** The 1-based line of the cursor in a file; from a visible editor where something else has the focus. */
export function cursorLine(uri: vscode.Uri): number | undefined {
  const shows = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.toString() === uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = shows(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(shows);
  return editor && editor.selection.active.line + 1;
}
