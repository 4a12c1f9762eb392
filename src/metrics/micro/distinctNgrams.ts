import { cutRows } from '../text/rowSlices.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { distinctPairs, type DistinctPairs } from './distinctPairs.ts';
import { hashNgrams, type NgramHashes } from './ngramHashes.ts';

/** n-grams that are hashed together: what they take stays in the processor's cache. */
const TOKENS_PER_BLOCK = 1 << 14;
const NGRAMS_PER_PASS = 1 << 23;

/**
 * Distinct-n: unique n-grams over all n-grams of all rows; n-grams never cross rows.
 * @param column token ids, one row per text; not mutated
 * @param n tokens per n-gram, an integer ≥ 1
 * @returns in (0, 1]; undefined where no row has n tokens. It falls as a set grows: compare sets of equal size only.
 * @throws RangeError if n is no integer ≥ 1
 * O(tokens) time, some 25 ns per token; 8 bytes per n-gram, at most 64 MB: beyond 8 million n-grams they are counted in
 * several passes, each over one part of all hashes. n-grams up to n = 2 are told apart exactly, longer ones by 64 bits: the chance of
 * a single miscount among m of them is below m² / 2⁶⁵.
 * @see Li et al. (2016), doi:10.18653/v1/N16-1014
 */
export function distinctNgramShare(column: TokenColumn, n: number): number | undefined {
  return distinctNgramShares([column], n).together;
}

export interface DistinctShares {
  /** Of each column. */
  readonly each: readonly (number | undefined)[];
  /** Of all their texts. */
  readonly together: number | undefined;
}

/**
 * Distinct-n of several columns and of all their texts together, as `distinctNgramShare` of each and of their texts one
 * after the other.
 * @param columns at most 8
 * @throws RangeError if n is no integer ≥ 1, or for more columns
 */
export function distinctNgramShares(columns: readonly TokenColumn[], n: number): DistinctShares {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`got n-grams of ${n} tokens, expected an integer ≥ 1`);
  }
  const ngrams = columns.map((column) => countNgrams(column, n));
  const total = ngrams.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { each: ngrams.map(() => undefined), together: undefined };
  const passes = 1 << Math.max(0, Math.ceil(Math.log2(total / NGRAMS_PER_PASS)));
  const distinct = ngrams.map(() => 0);
  let together = 0;
  for (let pass = 0; pass < passes; pass++) {
    const found = distinctOfPass(columns, n, { pass, passes, expected: total / passes });
    found.each.forEach((count, at) => (distinct[at]! += count));
    together += found.together;
  }
  return {
    each: distinct.map((count, at) => (ngrams[at] === 0 ? undefined : count / ngrams[at]!)),
    together: together / total,
  };
}

/** The distinct n-grams among those whose hashes end on `pass`, about `expected` of all. */
function distinctOfPass(
  columns: readonly TokenColumn[],
  n: number,
  { pass, passes, expected }: { pass: number; passes: number; expected: number },
): ReturnType<DistinctPairs['count']> {
  const blocks = columns.flatMap((column, part) =>
    cutRows([column], TOKENS_PER_BLOCK).map((rows) => ({ column, part, rows })),
  );
  const longest = blocks.reduce((most, { rows }) => Math.max(most, rows.tokens), 0);
  const room = { hashes: new Uint32Array(longest), others: new Uint32Array(longest) };
  const forEachBlock = (visit: (part: number, length: number) => void) => {
    for (const { column, part, rows } of blocks) {
      const length = hashNgrams(column, n, rows, room);
      visit(part, passes === 1 ? length : keepPass(room, length, pass, passes));
    }
  };
  const pairs = distinctPairs(columns.length, expected);
  forEachBlock((part, length) => pairs.announce(part, room.hashes, length));
  forEachBlock((part, length) => pairs.add(part, room.hashes, room.others, length));
  return pairs.count();
}

/** Keeps the n-grams whose hashes end on `pass`; returns how many. */
function keepPass(
  { hashes, others }: NgramHashes,
  length: number,
  pass: number,
  passes: number,
): number {
  let kept = 0;
  for (let at = 0; at < length; at++) {
    if ((hashes[at]! & (passes - 1)) !== pass) continue;
    hashes[kept] = hashes[at]!;
    others[kept++] = others[at]!;
  }
  return kept;
}

function countNgrams({ offsets }: TokenColumn, n: number): number {
  let ngrams = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    ngrams += Math.max(0, offsets[row + 1]! - offsets[row]! - n + 1);
  }
  return ngrams;
}
