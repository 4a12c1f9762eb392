import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { distinctPairs, hashPair } from './distinctPairs.ts';

const BUFFERED_NGRAMS = 1 << 22;
/** A pass holds no more distinct n-grams than about this. */
const NGRAMS_PER_PASS = 1 << 23;

/**
 * Distinct-n: unique n-grams over all n-grams of all rows; n-grams never cross rows.
 * @param column token ids, one row per text; not mutated
 * @param n tokens per n-gram, an integer ≥ 1
 * @returns in (0, 1]; undefined where no row has n tokens. It falls as a set grows: compare sets of equal size only.
 * @throws RangeError if n is no integer ≥ 1
 * O(tokens) time, some 50 ns per token. At most about 300 MB: beyond 8 million n-grams they are counted in several
 * passes, each over one part of all hashes. n-grams up to n = 2 are told apart exactly, longer ones by 64 bits: the chance of
 * a single miscount among m of them is below m² / 2⁶⁵.
 * @see Li et al. (2016), doi:10.18653/v1/N16-1014
 */
export function distinctNgramShare(column: TokenColumn, n: number): number | undefined {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`got n-grams of ${n} tokens, expected an integer ≥ 1`);
  }
  const ngrams = countNgrams(column, n);
  if (ngrams === 0) return undefined;
  const passes = 2 ** Math.max(0, Math.ceil(Math.log2(ngrams / NGRAMS_PER_PASS)));
  const seen = distinctPairs(Math.min(ngrams, BUFFERED_NGRAMS));
  let distinct = 0;
  for (let pass = 0; pass < passes; pass++) {
    addNgrams(column, n, (first, second) => {
      if (passes === 1 || (hashPair(first, second) & (passes - 1)) === pass) {
        seen.add(first, second);
      }
    });
    distinct += seen.take();
  }
  return distinct / ngrams;
}

function countNgrams({ offsets }: TokenColumn, n: number): number {
  let ngrams = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    ngrams += Math.max(0, offsets[row + 1]! - offsets[row]! - n + 1);
  }
  return ngrams;
}

/** Hands every n-gram to `add` as a pair: its tokens for n ≤ 2, otherwise 64 bits of hash. */
function addNgrams(
  { values, offsets }: TokenColumn,
  n: number,
  add: (first: number, second: number) => void,
): void {
  for (let row = 0; row + 1 < offsets.length; row++) {
    const last = offsets[row + 1]! - n;
    for (let start = offsets[row]!; start <= last; start++) {
      let first = values[start]!;
      let second = n === 1 ? 0 : values[start + 1]!;
      for (let token = start + 2; token < start + n; token++) {
        first = mixBits(first ^ Math.imul(second, 0x9e3779b1));
        second = (Math.imul(second ^ (second >>> 15), 0x1b873593) ^ first ^ values[token]!) >>> 0;
      }
      add(first, second);
    }
  }
}
