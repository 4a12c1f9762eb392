import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { dismissalKey, type Dismissal } from './dismissalFile.ts';

export interface PartedFlags {
  /** Flags that nobody dismissed. */
  readonly flags: readonly FlagEntry[];
  readonly dismissed: readonly FlagEntry[];
}

/**
 * Parts the flags that were dismissed from the others. A cluster is dismissed where every row of it is: a row that joins
 * it later brings it back.
 * @param hashOfLine the content hash of every flagged line
 */
export function partDismissed(
  flags: readonly FlagEntry[],
  dismissals: readonly Dismissal[],
  hashOfLine: ReadonlyMap<number, string>,
): PartedFlags {
  if (dismissals.length === 0) return { flags, dismissed: [] };
  const keys = new Set(dismissals.map(dismissalKey));
  const isDismissed = ({ kind, lines }: FlagEntry) =>
    lines.every((line) => keys.has(dismissalKey({ kind, row: hashOfLine.get(line) ?? '' })));
  const dismissed = new Set(flags.filter(isDismissed));
  return {
    flags: flags.filter((flag) => !dismissed.has(flag)),
    dismissed: [...dismissed],
  };
}
