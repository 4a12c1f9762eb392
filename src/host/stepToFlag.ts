import * as vscode from 'vscode';
import type { AttachedPanel } from '../webview/panel.ts';
import type { AnalysisSession } from './analysisSession.ts';
import type { OpenLine } from './openLine.ts';

/** Where the steps stand in files of which VS Code tells no cursor. */
const lastSteps = new WeakMap<AnalysisSession, number>();

/** Moves to the next or previous flagged row of a file, from the cursor where there is one, round at the ends. */
export async function stepToFlag(
  session: AnalysisSession,
  direction: 'next' | 'previous',
  openLine: OpenLine,
  panel: AttachedPanel | undefined,
): Promise<void> {
  const from = cursorLine(session.uri) ?? lastSteps.get(session) ?? 0;
  const flagged = session.result?.flaggedLines;
  const line = direction === 'next' ? flagged?.after(from) : flagged?.before(from);
  if (line === undefined) return;
  lastSteps.set(session, line);
  await openLine(session.uri, line, { besides: panel?.viewColumn });
}

/** 1-based; from a visible editor where the panel has the focus. */
function cursorLine(uri: vscode.Uri): number | undefined {
  const shows = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.toString() === uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = shows(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(shows);
  return editor && editor.selection.active.line + 1;
}
