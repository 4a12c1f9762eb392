import * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import { columnFor } from './columnFor.ts';
import { editorPlace } from './editorPlace.ts';
import type { Sessions } from './sessions.ts';
import { showRecord } from './showRecord.ts';
import { shownFlags } from './shownFlags.ts';

export interface OpenLineOptions {
  /** The column that must stay as it is: the panel's. */
  readonly besides?: vscode.ViewColumn | undefined;
  readonly preserveFocus?: boolean;
}

/** Characters, which are bytes at least: VS Code gives extensions no text of more, and lets them mark no lines in it. */
const MOST_CHARACTERS = 50 * 1024 * 1024;

/**
 * Puts the cursor on a line of a file, in whatever editor shows it, and marks the whole row. Of an inspected data set it is
 * a line of the whole: the file of a folder is found, and a row without a line is shown as a record.
 */
export type OpenLine = (uri: vscode.Uri, line: number, options?: OpenLineOptions) => Promise<void>;

export function createOpenLine(sessions: Sessions): {
  readonly openLine: OpenLine;
  dispose(): void;
} {
  const openedRow = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('strata.openedRowBackground'),
    borderColor: new vscode.ThemeColor('strata.openedRowBorder'),
    borderStyle: 'solid',
    borderWidth: '1px 0',
  });
  let marked: vscode.TextEditor | undefined;
  const told = new Set<string>();
  return {
    async openLine(target, targetLine, { besides, preserveFocus = false } = {}) {
      const session = sessions.get(target);
      const place = editorPlace(target, session && shownFlags(session)?.parts, targetLine);
      if (!place) {
        if (session) await showRecord(session, targetLine);
        return;
      }
      const { uri, line } = place;
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
      if (marked || told.has(uri.toString())) return;
      if (session && (session.result?.report.file.bytes ?? 0) > MOST_CHARACTERS) {
        told.add(uri.toString());
        void offerRecord(session, targetLine);
      }
    },
    dispose: () => openedRow.dispose(),
  };
}

/** Says once for each file what its editor cannot show. */
async function offerRecord(session: AnalysisSession, line: number): Promise<void> {
  const show = vscode.l10n.t('Show record');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Strata: this file is too large for VS Code to let extensions mark rows in its editor. List, tree and records show its rows all the same.',
    ),
    show,
  );
  if (chosen === show) await showRecord(session, line);
}
