import type { TokenColumn } from '../text/tokenColumn.ts';
import { countGroups, ngramCounter, startRuns, type NgramCounter } from './ngramGroups.ts';
import { placeNgrams } from './placeNgrams.ts';

/** N-grams that are sorted together: looking for the others once more takes less time than fresh memory for all. */
const NGRAMS_PER_PASS = 1 << 20;
/**
 * Of large files a pass takes this part; as n-grams with the same first token stay together, it may
 * be twice as many passes.
 */
const PART_OF_FILE = 1 / 16;

export interface DistinctShares {
  /** Of each column. */
  readonly each: readonly (number | undefined)[];
  /** Of all their texts. */
  readonly together: number | undefined;
}

/**
 * Distinct-n for n = 1 … `longest`: unique n-grams over all n-grams of all rows, of each column and of the texts of all
 * columns; n-grams never cross rows.
 *
 * N-grams are told apart as words are in a dictionary: those that begin alike are put side by side, of these those that go on
 * alike, and so on. So it is exact, and most of what is looked at lies in the processor's cache.
 * @param columns token ids below 2³⁰, one row per text; not mutated
 * @param longest tokens of the longest n-grams, an integer ≥ 1
 * @returns one for each n, in (0, 1]; undefined where no row has n tokens. They fall as a set
 *   grows: compare sets of equal size only.
 * @throws RangeError if `longest` is no integer ≥ 1
 * O(longest · tokens + highest token) time, some 50 ns per token for n ≤ 3. For each token of an n-gram but the first 4 MB,
 * or a quarter of a byte per token where that is more, and again so much for each but the last two of them, or 4 bytes for
 * each n-gram that begins with the commonest token where these are more; and for each token up to
 * the highest 8 bytes for each column.
 * @see Li et al. (2016), doi:10.18653/v1/N16-1014
 */
export function distinctNgramShares(
  columns: readonly TokenColumn[],
  longest: number,
): DistinctShares[] {
  if (!Number.isInteger(longest) || longest < 1) {
    throw new RangeError(`got n-grams of ${longest} tokens, expected an integer ≥ 1`);
  }
  const highest = columns.reduce((most, { values }) => Math.max(most, highestOf(values)), 0);
  return countDistinct(columns, longest, highest).map((distinct, at) => {
    const ngrams = columns.map((column) => countNgrams(column, at + 1));
    const all = ngrams.reduce((sum, count) => sum + count, 0);
    return {
      each: ngrams.map((count, column) => share(distinct[column]!, count)),
      together: share(distinct[columns.length]!, all),
    };
  });
}

/** Counts the distinct n-grams in passes, each over those whose first tokens are in a range. */
function countDistinct(
  columns: readonly TokenColumn[],
  longest: number,
  highest: number,
): NgramCounter['distinct'] {
  const total = columns.reduce((sum, { values }) => sum + values.length, 0);
  const most = Math.max(NGRAMS_PER_PASS, Math.ceil(total * PART_OF_FILE));
  /** [first tokens, columns]: how many n-grams there are; in their pass where the next one goes. */
  const counts = new Int32Array((highest + 1) * columns.length);
  columns.forEach(({ values }, column) => countTokens(values, column, columns.length, counts));
  const largest = largestGroup(counts, columns.length);
  const counter = ngramCounter(columns.length, longest, highest, largest);
  const width = longest - 1;
  const tokens = new Int32Array(Math.max(largest, Math.min(total, most)) * width);
  for (let from = 0; from <= highest;) {
    const to = endOfPass(counts, columns.length, from, most);
    const ends = counts.subarray(from * columns.length, to * columns.length);
    startRuns(ends, columns.length, to - from, counter.distinct[0]!);
    const groups = { tokens, width, ends, groups: to - from };
    if (width > 0) {
      columns.forEach((column, at) => placeNgrams(column, at, columns.length, from, groups));
      countGroups(counter, groups);
    }
    from = to;
  }
  return counter.distinct;
}

function largestGroup(counts: Int32Array, columns: number): number {
  let largest = 0;
  for (let run = 0; run < counts.length;) {
    let ngrams = 0;
    for (const end = run + columns; run < end; run++) ngrams += counts[run]!;
    if (ngrams > largest) largest = ngrams;
  }
  return largest;
}

/** The token after those of a pass: as many as have at most so many n-grams between them, but one at least. */
function endOfPass(counts: Int32Array, columns: number, from: number, most: number): number {
  let ngrams = 0;
  for (let at = from * columns; at < counts.length; at++) {
    ngrams += counts[at]!;
    if (ngrams > most) return Math.max(from + 1, Math.floor(at / columns));
  }
  return counts.length / columns;
}

const share = (count: number, of: number) => (of === 0 ? undefined : count / of);

function highestOf(values: Uint32Array): number {
  let highest = 0;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! > highest) highest = values[at]!;
  }
  return highest;
}

function countTokens(
  values: Uint32Array,
  column: number,
  columns: number,
  counts: Int32Array,
): void {
  for (let at = 0; at < values.length; at++) counts[values[at]! * columns + column]!++;
}

function countNgrams({ offsets }: TokenColumn, n: number): number {
  let ngrams = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    ngrams += Math.max(0, offsets[row + 1]! - offsets[row]! - n + 1);
  }
  return ngrams;
}
