import type { TokenColumn } from '../text/tokenColumn.ts';
import { collapseEqualSets, type EqualSets } from './fuzzyJoinEqualSets.ts';
import { dropSingleValues, type PrunedSets } from './fuzzyJoinPrune.ts';

/** Sets made ready for any number of joins: rows of equal sets as one, and what each set has in common with others. */
export interface DistinctSets extends EqualSets {
  readonly sets: TokenColumn;
  /** Sets that share at least `lowestThreshold` of their values with others, without the values that no other set has. */
  readonly shared: PrunedSets;
  readonly lowestThreshold: number;
}

/**
 * @param sets per row distinct values, ascending, that are uniform hashes (see `createShingler`); not mutated
 * @param lowestThreshold of the joins to come, in (0, 1]
 * @throws RangeError if the threshold is not in (0, 1]
 * O(values) time.
 */
export function distinctSets(sets: TokenColumn, lowestThreshold: number): DistinctSets {
  if (!(lowestThreshold > 0 && lowestThreshold <= 1)) {
    throw new RangeError(`got threshold ${lowestThreshold}, expected a number in (0, 1]`);
  }
  const equal = collapseEqualSets(sets);
  const shared = dropSingleValues(sets, equal.representatives, lowestThreshold);
  return { ...equal, sets, shared, lowestThreshold };
}
