import {
  createBestRows,
  leastScore,
  neighboursFrom,
  offerRow,
  type Neighbours,
} from '../embed/bestRows.ts';
import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { forPairwiseProducts } from './pairwiseProducts.ts';

/**
 * The nearest rows of one matrix by cosine for every row of another. Exact; ties go to the lower row.
 * @param candidates rows with a meaning; copies are rows like any other: give different ones where they should count once
 * @param checkpoint called every few milliseconds; may throw
 * @returns numbers of candidates; −1 throughout for a query without a meaning
 * @throws RangeError if the matrices differ in dimensions
 * O(queries · candidates · dimensions): 1 s for 10,000 · 5,000 · 512.
 */
export function neighboursBetween(
  queries: EmbeddingMatrix,
  candidates: EmbeddingMatrix,
  checkpoint?: () => void,
): Neighbours {
  const best = createBestRows(queries.rows);
  const { inverseNorms } = candidates;
  forPairwiseProducts(
    queries,
    candidates,
    (firstQuery, rows, products) => {
      for (let query = firstQuery, at = 0; query < firstQuery + rows; query++) {
        const hasMeaning = queries.inverseNorms[query] !== 0;
        for (let candidate = 0; candidate < candidates.rows; candidate++, at++) {
          const score = products[at]! * inverseNorms[candidate]!;
          if (hasMeaning && score >= leastScore(best, query))
            offerRow(best, query, score, candidate);
        }
      }
    },
    checkpoint,
  );
  return neighboursFrom(best, (query) => queries.inverseNorms[query]!);
}
