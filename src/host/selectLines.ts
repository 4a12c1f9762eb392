import * as vscode from 'vscode';
import { columnFor } from './columnFor.ts';
import { hostWording } from './hostWording.ts';

/** VS Code drops cursors beyond this number. */
const MOST_CURSORS = 10_000;

/**
 * Puts a cursor on each of some lines.
 * @param lines 1-based, ascending
 * @param besides the column that must stay as it is: the panel's
 */
export async function selectLines(
  uri: vscode.Uri,
  lines: readonly number[],
  besides: vscode.ViewColumn | undefined,
): Promise<void> {
  const editor = await openEditor(uri, columnFor(uri, besides));
  if (!editor) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Strata: this file is too large for VS Code to let extensions set cursors in it. Write a clean copy instead.',
      ),
    );
    return;
  }
  const { lineCount } = editor.document;
  const selections = lines
    .filter((line) => line <= lineCount)
    .slice(0, MOST_CURSORS)
    .map((line) => new vscode.Selection(line - 1, 0, line - 1, 0));
  const [first] = selections;
  if (!first) return;
  editor.selections = selections;
  editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (lines.length > selections.length) {
    const { count } = hostWording();
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Strata: cursors are on {0} of {1} lines.',
        count(selections.length),
        count(lines.length),
      ),
    );
  }
}

async function openEditor(
  uri: vscode.Uri,
  viewColumn: vscode.ViewColumn,
): Promise<vscode.TextEditor | undefined> {
  try {
    return await vscode.window.showTextDocument(uri, { preview: false, viewColumn });
  } catch {
    return undefined;
  }
}
