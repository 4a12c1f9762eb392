import { findDistinctRows } from '../embed/distinctRows.ts';
import { meaningfulRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';
import { dcScore } from './dcScore.ts';
import { meanNearestDistance } from './meanNearestDistance.ts';
import { novelSum, type NovelSum } from './novelSum.ts';
import { pairwiseCosines } from './pairwiseCosines.ts';

/** Measures over all pairs of rows. All of them change with the number of rows, hence it stands beside them. */
export interface PairFigures {
  /** Rows that were compared with each other. */
  readonly rows: number;
  /** Mean cosine distance to the nearest other row, 0–2. */
  readonly meanNearestDistance: number;
  readonly novelSum: NovelSum;
  /** DCScore, 1 … rows, at the temperature beside it. */
  readonly dcScore: number;
  readonly temperature: number;
}

/** Up to so many rows all are compared, of more a sample: the number of rows at which files are compared with each other. */
export const PAIRED_ROWS = 1_000;

/**
 * Set for the built-in embedder, whose unrelated texts have cosines of about .1 to .3 and paraphrases .6 to .9: rows that
 * are not about the same thing are told apart, paraphrases are not.
 */
const TEMPERATURE = 0.1;

/**
 * Compares rows pair by pair, up to 1,000 of them: a larger file is sampled, so that files of different size have figures
 * that can be compared.
 * @param seed of the choice
 * @returns undefined for fewer than two rows with a meaning; rows without one (norm 0) are left out
 * O(1,000² · dimensions): 0.1 s for 1,000 rows × 512. Deterministic.
 */
export function measurePairs(matrix: EmbeddingMatrix, seed: number): PairFigures | undefined {
  const meaningful = meaningfulRows(matrix);
  const chosen = sampleIndexes(meaningful.length, PAIRED_ROWS, seed);
  const sample = selectRows(
    matrix,
    chosen.map((place) => meaningful[place]!),
  );
  const { rows } = sample;
  const cosines = pairwiseCosines(sample);
  const { firstEqualRow } = findDistinctRows(sample, seed);
  const nearest = meanNearestDistance(cosines, rows, firstEqualRow);
  const novelty = novelSum(cosines, rows, firstEqualRow);
  const classes = dcScore(cosines, rows, TEMPERATURE);
  if (nearest === undefined || novelty === undefined || classes === undefined) return undefined;
  return {
    rows,
    meanNearestDistance: nearest,
    novelSum: novelty,
    dcScore: classes,
    temperature: TEMPERATURE,
  };
}
