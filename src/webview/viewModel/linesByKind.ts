import type { FlagKind } from '../panelTerms.ts';
import { distinctLines } from './distinctLines.ts';
import type { FlagEntry } from './flagEntries.ts';

/** Status bar, tree, filter and advice ask for those of one list, again and again. */
const known = new WeakMap<readonly FlagEntry[], ReadonlyMap<FlagKind, number>>();

/** Lines that have a flag of each kind, each line once; kinds that no flag has are left out. O(1) for a list asked for before. */
export function linesByKind(flags: readonly FlagEntry[]): ReadonlyMap<FlagKind, number> {
  const counted = known.get(flags) ?? countLines(flags);
  known.set(flags, counted);
  return counted;
}

function countLines(flags: readonly FlagEntry[]): ReadonlyMap<FlagKind, number> {
  const lists = new Map<FlagKind, (readonly number[])[]>();
  for (const { kind, lines } of flags) {
    const ofKind = lists.get(kind);
    if (ofKind) ofKind.push(lines);
    else lists.set(kind, [lines]);
  }
  return new Map(Array.from(lists, ([kind, ofKind]) => [kind, distinctLines(ofKind).length]));
}
