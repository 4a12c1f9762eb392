import type { TokenColumn } from '../text/tokenColumn.ts';
import { collapseEqualSets } from './fuzzyJoinEqualSets.ts';
import { type FoundPairs, probeRecords } from './fuzzyJoinProbe.ts';
import { pruneSets } from './fuzzyJoinPrune.ts';
import { joinRecords } from './fuzzyJoinRecords.ts';

/** Rows of similar sets: rows of equal sets as groups, and the similar pairs between different sets. */
export interface SimilarPairs {
  /** Rows of each set that two or more rows have, ascending; groups in the order of their first rows. */
  readonly equalSets: readonly (readonly number[])[];
  /**
   * Pair p is rows first[p] < second[p], each the first row of its set, with their Jaccard similarity in [threshold, 1);
   * ascending by first, then second.
   */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly similarity: Float64Array;
  /** Whether all pairs are listed. If not, what is left out are pairs of rows that others link already. */
  readonly complete: boolean;
}

export interface FuzzyJoinOptions {
  /** Asked now and then; once it is true the join returns early, with what it has. */
  readonly isCancelled?: () => boolean;
  /** Pairs listed in full, ≥ 0; from there on only those that link rows not yet linked. Default 1,000,000. */
  readonly maxPairs?: number;
}

/**
 * All pairs of rows whose sets have a Jaccard similarity of at least the threshold: no pair is missed and none invented.
 * @param sets per row distinct values, ascending, that are uniform hashes (see `pushShingles`); an empty set is similar to
 * none; not mutated
 * @param threshold in (0, 1]
 * @throws RangeError if the threshold is not in (0, 1]
 * Linear in the values as long as most shingles are rare, as in texts; in the worst case quadratic in the rows. Beside
 * its input some 12 bytes per value that occurs in more than one set. Deterministic.
 * @see Xiao et al. (2011), "Efficient similarity joins for near-duplicate detection", doi:10.1145/2000824.2000825; Bayardo
 * et al. (2007), doi:10.1145/1242572.1242591
 */
export function fuzzyJoin(
  sets: TokenColumn,
  threshold: number,
  options: FuzzyJoinOptions = {},
): SimilarPairs {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`got threshold ${threshold}, expected a number in (0, 1]`);
  }
  const { maxPairs = 1_000_000, isCancelled = () => false } = options;
  const { representatives, groups } = collapseEqualSets(sets);
  const records = joinRecords(pruneSets(sets, representatives, threshold));
  const found = probeRecords(records, threshold, maxPairs, isCancelled);
  return {
    equalSets: groups,
    ...sortedPairs(found, records.rows, sets.offsets.length - 1),
    complete: found.first.length < maxPairs,
  };
}

/** The pairs by their rows, in order: two stable counting sorts, by the second row and then by the first. */
function sortedPairs(found: FoundPairs, rowOf: Uint32Array, rows: number) {
  const a = Uint32Array.from(found.first, (record) => rowOf[record]!);
  const b = Uint32Array.from(found.second, (record) => rowOf[record]!);
  const first = a.map((row, pair) => Math.min(row, b[pair]!));
  const second = a.map((row, pair) => Math.max(row, b[pair]!));
  const anyOrder = Uint32Array.from(first.keys());
  const order = countingSort(countingSort(anyOrder, second, rows), first, rows);
  return {
    first: order.map((pair) => first[pair]!),
    second: order.map((pair) => second[pair]!),
    similarity: Float64Array.from(order, (pair) => found.similarity[pair]!),
  };
}

function countingSort(order: Uint32Array, keys: Uint32Array, keyCount: number): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  for (const key of keys) next[key + 1]!++;
  for (let key = 0; key < keyCount; key++) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(order.length);
  for (const item of order) sorted[next[keys[item]!]!++] = item;
  return sorted;
}
