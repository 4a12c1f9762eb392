import * as vscode from 'vscode';
import { columnFor } from './columnFor.ts';

export interface OpenLineOptions {
  /** The column that must stay as it is: the panel's. */
  readonly besides?: vscode.ViewColumn | undefined;
  readonly preserveFocus?: boolean;
}

/** Puts the cursor on a line of a file, in whatever editor shows it, and marks the whole row. */
export type OpenLine = (uri: vscode.Uri, line: number, options?: OpenLineOptions) => Promise<void>;

export function createOpenLine(): { readonly openLine: OpenLine; dispose(): void } {
  const openedRow = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('strata.openedRowBackground'),
    borderColor: new vscode.ThemeColor('strata.openedRowBorder'),
    borderStyle: 'solid',
    borderWidth: '1px 0',
  });
  let marked: vscode.TextEditor | undefined;
  return {
    async openLine(uri, line, { besides, preserveFocus = false } = {}) {
      const start = new vscode.Position(Math.max(0, line - 1), 0);
      const viewColumn = columnFor(uri, besides);
      // Unlike showTextDocument this works for files beyond what VS Code hands to extensions.
      await vscode.commands.executeCommand('vscode.open', uri, {
        viewColumn,
        preserveFocus,
        selection: new vscode.Range(start, start),
      } satisfies vscode.TextDocumentShowOptions);
      marked?.setDecorations(openedRow, []);
      marked = vscode.window.visibleTextEditors.find(
        (editor) =>
          editor.document.uri.toString() === uri.toString() &&
          (viewColumn === vscode.ViewColumn.Active || editor.viewColumn === viewColumn),
      );
      marked?.setDecorations(openedRow, [new vscode.Range(start, start)]);
    },
    dispose: () => openedRow.dispose(),
  };
}
