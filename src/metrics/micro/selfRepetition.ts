import { ngramIndex } from '../text/ngramIndex.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

const NGRAM_TOKENS = 4;

/**
 * Self-repetition: how much the rows repeat one another's 4-grams, the mean over rows of
 * ln(1 + Σ over its different 4-grams of the other rows that have it).
 * @param column token ids, one row per text; not mutated
 * @returns ≥ 0, 0 where no 4-gram is in two rows; undefined where there are no rows. It grows with the number of rows.
 * O(tokens) time, some 100 ns per token; about 30 bytes per 4-gram.
 * @see Salkar et al. (2022), doi:10.18653/v1/2022.aacl-main.51; `self_repetition_score` of cshaib/diversity
 */
export function selfRepetition({ values, offsets }: TokenColumn): number | undefined {
  const rows = offsets.length - 1;
  if (rows < 1) return undefined;
  const index = ngramIndex(values.length);
  const rowCounts = new Uint32Array(values.length);
  const lastRows = new Uint32Array(values.length);
  /** The different 4-grams of all rows, row after row. */
  const ngrams = new Uint32Array(values.length);
  const ends = new Uint32Array(rows);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    for (let from = offsets[row]!; from + NGRAM_TOKENS <= offsets[row + 1]!; from++) {
      const ngram = index.numberOf(values, from, from + NGRAM_TOKENS);
      if (lastRows[ngram] === row + 1) continue;
      lastRows[ngram] = row + 1;
      rowCounts[ngram]!++;
      ngrams[end++] = ngram;
    }
    ends[row] = end;
  }
  let sum = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    let others = 0;
    for (; at < ends[row]!; at++) others += rowCounts[ngrams[at]!]! - 1;
    sum += Math.log1p(others);
  }
  return sum / rows;
}
