import * as vscode from 'vscode';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { SessionResult } from './analysisSession.ts';
import type { Dismissals } from './dismissals.ts';

/** Asks for a note and remembers that the rows of a flag are fine. */
export async function dismissFlag(
  uri: vscode.Uri,
  { records }: SessionResult,
  { kind, lines }: FlagEntry,
  dismissals: Dismissals,
): Promise<void> {
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Dismiss Flag'),
    prompt: vscode.l10n.t(
      'Why is this fine? (optional; kept in .strata/dismissed.json, by the content of the rows)',
    ),
  });
  // Escape means no; an empty note means none.
  if (note === undefined) return;
  const rows = await records.run('hashRows', { lines });
  const text = note.trim();
  await dismissals.add(
    uri,
    rows.map((row) => ({ row, kind, ...(text && { note: text }) })),
  );
}

/** Takes a dismissal back. */
export async function restoreFlag(
  uri: vscode.Uri,
  { records }: SessionResult,
  { kind, lines }: FlagEntry,
  dismissals: Dismissals,
): Promise<void> {
  const rows = await records.run('hashRows', { lines });
  await dismissals.remove(
    uri,
    rows.map((row) => ({ row, kind })),
  );
}
