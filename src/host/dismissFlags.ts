import * as vscode from 'vscode';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { SessionResult } from './analysisSession.ts';
import type { Dismissal } from './dismissalFile.ts';
import type { Dismissals } from './dismissals.ts';

/** Asks for a note and remembers that the rows of some flags are fine. */
export async function dismissFlags(
  uri: vscode.Uri,
  result: SessionResult,
  flags: readonly FlagEntry[],
  dismissals: Dismissals,
): Promise<void> {
  // The rows as the person saw them: while they write, the file may be saved and inspected anew.
  const reading = rowsOf(flags, result);
  reading.catch(() => undefined);
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Dismiss Flag'),
    prompt: vscode.l10n.t(
      'Why is this fine? (optional; kept in .strata/dismissed.json, by the content of the rows)',
    ),
  });
  // Escape means no; an empty note means none.
  if (note === undefined) return;
  const text = note.trim();
  const rows = await reading;
  await dismissals.add(
    uri,
    rows.map((row) => ({ ...row, ...(text && { note: text }) })),
  );
}

/** Takes dismissals back. */
export async function restoreFlags(
  uri: vscode.Uri,
  result: SessionResult,
  flags: readonly FlagEntry[],
  dismissals: Dismissals,
): Promise<void> {
  await dismissals.remove(uri, await rowsOf(flags, result));
}

async function rowsOf(
  flags: readonly FlagEntry[],
  { records }: SessionResult,
): Promise<Omit<Dismissal, 'note'>[]> {
  const places = flags.flatMap(({ kind, lines }) => lines.map((line) => ({ kind, line })));
  const hashes = await records.run('hashRows', { lines: places.map(({ line }) => line) });
  return hashes.map((row, at) => ({ row, kind: places[at]?.kind ?? '' }));
}
