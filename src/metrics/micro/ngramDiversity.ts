import type { TokenColumn } from '../text/tokenColumn.ts';
import { distinctNgramShares } from './distinctNgrams.ts';

const LONGEST = 4;

/**
 * N-gram diversity (NGD): the sum of distinct-n for n = 1 … 4 over the rows joined into one text, n-grams across rows
 * included.
 * @param column token ids; not mutated
 * @returns in (0, 4]; undefined where there are fewer than four tokens. It falls as a set grows: compare sets of equal size.
 * O(tokens) time, see `distinctNgramShares`.
 * @see Padmakumar & He (2024), arXiv 2309.05196; `ngram_diversity_score(data, 4)` of cshaib/diversity, which throws where
 * this is undefined
 */
export function ngramDiversity({ values }: TokenColumn): number | undefined {
  const joined = { values, offsets: Uint32Array.of(0, values.length) };
  let sum = 0;
  for (const { together } of distinctNgramShares([joined], LONGEST)) {
    if (together === undefined) return undefined;
    sum += together;
  }
  return sum;
}
