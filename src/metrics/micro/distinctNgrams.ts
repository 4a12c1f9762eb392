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
 * after the other. The largest column is counted on the way to all: O(tokens + tokens of the other columns).
 * @throws RangeError if n is no integer ≥ 1
 */
export function distinctNgramShares(columns: readonly TokenColumn[], n: number): DistinctShares {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`got n-grams of ${n} tokens, expected an integer ≥ 1`);
  }
  const ngrams = columns.map((column) => countNgrams(column, n));
  const total = ngrams.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { each: ngrams.map(() => undefined), together: undefined };
  const passes = 2 ** Math.max(0, Math.ceil(Math.log2(total / NGRAMS_PER_PASS)));
  const seen = distinctPairs(Math.min(total, BUFFERED_NGRAMS));
  const [largest, ...others] = [...ngrams.keys()].sort((a, b) => ngrams[b]! - ngrams[a]!);
  const distinct = ngrams.map(() => 0);
  let together = 0;
  for (let pass = 0; pass < passes; pass++) {
    const addAll = (at: number) =>
      addNgrams(columns[at]!, n, (first, second) => {
        if (passes === 1 || (hashPair(first, second) & (passes - 1)) === pass) {
          seen.add(first, second);
        }
      });
    addAll(largest!);
    distinct[largest!]! += seen.size();
    others.forEach(addAll);
    together += seen.take();
    for (const at of others) {
      addAll(at);
      distinct[at]! += seen.take();
    }
  }
  return {
    each: distinct.map((count, at) => (ngrams[at] === 0 ? undefined : count / ngrams[at]!)),
    together: together / total,
  };
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
