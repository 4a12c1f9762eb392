import type { TokenColumn } from '../text/tokenColumn.ts';
import { distinctSets, type DistinctSets } from './distinctSets.ts';
import { type FoundPairs, probeRecords } from './fuzzyJoinProbe.ts';
import { pruneSets } from './fuzzyJoinPrune.ts';
import { joinRecords } from './fuzzyJoinRecords.ts';
import { BOTH_SIDES, sidesOfSets } from './sidesOfSets.ts';

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
  /** Whether the join was given up because it took more than `maxSteps`: pairs are missing. */
  readonly givenUp: boolean;
}

export interface FuzzyJoinOptions {
  /** Asked now and then; once it is true the join returns early, with what it has. */
  readonly isCancelled?: () => boolean;
  /** Pairs listed in full, ≥ 0; from there on only those that link rows not yet linked. Default 1,000,000. */
  readonly maxPairs?: number;
  /** Gives up, with what it has, once it has met more candidates than this, or more than `maxPairs` pairs. Default: never. */
  readonly maxSteps?: number;
  /**
   * The rows are those of two files, the second of which begins with this one: only pairs with a row of either are found.
   * Equal sets are told of all rows. Where pairs are not all listed, every row that has one is in one.
   */
  readonly secondFile?: number;
}

const MAX_PAIRS = 1_000_000;

/**
 * All pairs of rows whose sets have a Jaccard similarity of at least the threshold: no pair is missed and none invented.
 * @param sets per row distinct values, ascending, that are uniform hashes (see `createShingler`); an empty set is similar to
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
  return joinDistinctSets(distinctSets(sets, threshold), threshold, options);
}

/**
 * The same for sets that are ready.
 * @throws RangeError if the threshold is not in [lowest threshold of the sets, 1]
 */
export function joinDistinctSets(
  { sets, groups, shared, lowestThreshold }: DistinctSets,
  threshold: number,
  options: FuzzyJoinOptions = {},
): SimilarPairs {
  if (!(threshold >= lowestThreshold && threshold <= 1)) {
    throw new RangeError(`got threshold ${threshold}, expected ${lowestThreshold} to 1`);
  }
  const { maxPairs = MAX_PAIRS, maxSteps = Infinity, isCancelled = () => false } = options;
  const rows = sets.offsets.length - 1;
  const sides =
    options.secondFile === undefined
      ? undefined
      : sidesOfSets({ groups }, rows, options.secondFile);
  const records = joinRecords(pruneSets(shared, threshold));
  const mayPair = (a: number, b: number) =>
    !sides || (sides[records.rows[a]!]! | sides[records.rows[b]!]!) === BOTH_SIDES;
  const found = probeRecords(records, threshold, { maxPairs, maxSteps, isCancelled, mayPair });
  return {
    equalSets: groups,
    ...sortedPairs(found, records.rows, rows),
    complete: found.first.length < maxPairs,
    givenUp: found.givenUp,
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
