import type { Objective } from './objective.ts';
import { forEachKind, type RowKinds } from './rowKinds.ts';

/** What one more row of a kind is worth when `count` of the chosen have it already: never more than the one before. */
export type Worth = (count: number) => number;

/** Only the first row of a kind counts: the value is the number of kinds covered. */
export const coveredOnce: Worth = (count) => (count === 0 ? 1 : 0);

/** The n-th row of a kind is worth 1 / n: many kinds, and evenly many rows of each. */
export const coveredEvenly: Worth = (count) => 1 / (count + 1);

/**
 * How well chosen rows cover the kinds: the sum over kinds of the worth of each of their chosen rows.
 * O(kinds of the row) for each gain; 4 bytes for every kind.
 */
export function kindCoverage(kinds: RowKinds, worth: Worth): Objective {
  const counts = new Uint32Array(kinds.kinds);
  return {
    gain(row) {
      let sum = 0;
      forEachKind(kinds, row, (kind) => (sum += worth(counts[kind]!)));
      return sum;
    },
    add(row) {
      forEachKind(kinds, row, (kind) => counts[kind]!++);
    },
  };
}
