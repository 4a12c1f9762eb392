import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { cosineKernel } from './cosineKernel.ts';
import { addGram } from './gram.ts';
import { meanCosineDistance } from './meanCosineDistance.ts';
import { measurePairs, type PairFigures } from './measurePairs.ts';
import { vendiScores } from './vendiScores.ts';

/** How far the meanings of one field lie apart, whatever their topics. */
export interface MeaningSpread {
  /** Vendi Score, q = 1, cosine kernel: 1 … number of dimensions. */
  readonly vendiScore: number;
  readonly vendiScoreOfOrder: VendiScoreOfOrder;
  /** Mean pairwise cosine distance, 0–2; absent for fewer than two rows. */
  readonly meanCosineDistance?: number;
  /** Absent for fewer than two rows. */
  readonly pairs?: PairFigures;
}

/** Vendi Scores beside the one of order 1, falling: rare meanings count most at ½, only the commonest at infinity. */
export interface VendiScoreOfOrder {
  readonly half: number;
  readonly two: number;
  readonly infinity: number;
}

/**
 * Measures how far the meanings of one field lie apart. Rows without a meaning (norm 0: no text) are not counted.
 * @param seed of the rows that are compared pair by pair
 * @param checkpoint called every few hundred milliseconds; may throw
 * @returns undefined where no row has a meaning
 * O(rows · dimensions²): about 0.5 s of one core for 50,000 rows × 512.
 */
export function measureSpread(
  matrix: EmbeddingMatrix,
  seed: number,
  checkpoint?: () => void,
): MeaningSpread | undefined {
  const effectiveMeanings = vendiScoresOfRows(matrix, checkpoint);
  if (!effectiveMeanings) return undefined;
  const [half, one, two, infinity] = effectiveMeanings;
  const distance = meanCosineDistance(matrix);
  checkpoint?.();
  const pairs = measurePairs(matrix, seed);
  return {
    vendiScore: one,
    vendiScoreOfOrder: { half, two, infinity },
    ...(distance !== undefined && { meanCosineDistance: distance }),
    ...(pairs && { pairs }),
  };
}

const ORDERS = [0.5, 1, 2, Infinity] as const;

function vendiScoresOfRows(matrix: EmbeddingMatrix, checkpoint?: () => void) {
  // Both forms have the same eigenvalues but for zeros: the smaller one is cheaper.
  if (matrix.rows < matrix.dimensions) {
    return vendiScores(cosineKernel(matrix), matrix.rows, ORDERS, checkpoint);
  }
  const gram = new Float64Array(matrix.dimensions * matrix.dimensions);
  addGram(matrix, 0, matrix.rows, gram, checkpoint);
  checkpoint?.();
  return vendiScores(gram, matrix.dimensions, ORDERS, checkpoint);
}
