import type { KindCountsData } from './kindCounts.ts';
import type { MergedNames } from './mergeKinds.ts';

/** Kinds that count as one. */
export interface KindGroups {
  /** Names of the groups, and the verb and noun of those that are pairs. */
  readonly names: readonly string[];
  readonly pairs: readonly (readonly [verb: string, noun: string] | null)[];
  /** [kinds] the group of each kind. */
  readonly groupOf: Uint32Array;
}

/** @param merged names that count as others; without, every kind is by itself. O(kinds). */
export function groupKinds(data: KindCountsData, merged?: MergedNames): KindGroups {
  if (merged === undefined) {
    const { names, pairs } = data;
    return { names, pairs, groupOf: Uint32Array.from(names.keys()) };
  }
  const indexes = new Map<string, number>();
  const pairs: (readonly [string, string] | null)[] = [];
  const groupOf = Uint32Array.from(data.names, (name, kind) => {
    const old = data.pairs[kind];
    const pair = old
      ? ([merged.verbs.get(old[0]) ?? old[0], merged.nouns.get(old[1]) ?? old[1]] as const)
      : null;
    const groupName = pair ? pair.join(' ') : (merged.names.get(name) ?? name);
    const group = indexes.get(groupName) ?? indexes.size;
    indexes.set(groupName, group);
    // A phrase may have the name of a pair: the pair stands, whichever came first.
    if (pair ?? pairs[group] === undefined) pairs[group] = pair;
    return group;
  });
  return { names: [...indexes.keys()], pairs, groupOf };
}
