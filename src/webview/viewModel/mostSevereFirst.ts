import type { FlagEntry } from './flagEntries.ts';

/** The order of flags in lists that a person or an agent reads from the top; of equally severe ones by line. */
export function mostSevereFirst(
  a: Pick<FlagEntry, 'severity' | 'line'>,
  b: Pick<FlagEntry, 'severity' | 'line'>,
): number {
  return b.severity - a.severity || a.line - b.line;
}
