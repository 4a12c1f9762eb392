import type { FlagKind } from '../panelTerms.ts';
import type { FlagEntry } from './flagEntries.ts';

/** Lines that have a flag of each kind, each line once; kinds that no flag has are left out. */
export function linesByKind(flags: readonly FlagEntry[]): Map<FlagKind, number> {
  const lines = new Map<FlagKind, Set<number>>();
  for (const flag of flags) {
    const known = lines.get(flag.kind) ?? new Set();
    for (const line of flag.lines) known.add(line);
    lines.set(flag.kind, known);
  }
  return new Map(Array.from(lines, ([kind, all]) => [kind, all.size]));
}
