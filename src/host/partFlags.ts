import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FindingLines } from '../engine/findingLines.ts';
import type { RecordThread } from '../engine/recordThread.ts';
import { distinctLines } from '../webview/viewModel/distinctLines.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { Dismissal } from './dismissalFile.ts';
import { createFlaggedLines, type FlaggedLines } from './flaggedLines.ts';
import { partDismissed, type PartedFlags } from './partDismissed.ts';

/**
 * Parts what was dismissed from what was not, by the content of the rows. Many flags take a while: other extensions get
 * their turn in between.
 */
export async function partFlags(
  all: readonly FlagEntry[],
  findings: FindingLines,
  dismissals: readonly Dismissal[],
  records: Pick<RecordThread, 'run'>,
): Promise<PartedFlags & { readonly flaggedLines: FlaggedLines }> {
  await nextTurn();
  const lines = dismissals.length > 0 ? linesOf(all, findings) : [];
  const hashes = lines.length > 0 ? await records.run('hashRows', { lines }) : [];
  const hashOfLine = new Map(lines.map((line, index) => [line, hashes[index] ?? '']));
  const parted = partDismissed(all, findings, dismissals, hashOfLine);
  await nextTurn();
  return { ...parted, flaggedLines: createFlaggedLines(parted.flags) };
}

/** Each line once. */
function linesOf(flags: readonly FlagEntry[], { rowErrors, quality }: FindingLines): number[] {
  const ofFlags = flags.map(({ lines }) => lines);
  return [...distinctLines([...ofFlags, rowErrors, ...quality.map(({ lines }) => lines)])];
}
