import { meaningfulRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { sumUnitRows } from '../embed/sumUnitRows.ts';

/**
 * Mean cosine distance, 1 − cosine, over all pairs of different rows, through the length of the sum of the unit rows.
 * @returns in [0, 2], higher = more diverse; undefined for fewer than two rows with a meaning. Rows without one (norm 0)
 * have no direction and are left out.
 * O(rows · dimensions) time, O(rows + dimensions) memory. Deterministic: fixed summation order.
 */
export function meanCosineDistance(matrix: EmbeddingMatrix): number | undefined {
  const rows = meaningfulRows(matrix);
  if (rows.length < 2) return undefined;
  const { sums, squaredLengths } = sumUnitRows(matrix, rows, new Uint8Array(rows.length), 1);
  const squaredSum = sums.reduce((total, value) => total + value * value, 0);
  const cosine = (squaredSum - squaredLengths) / (rows.length * (rows.length - 1));
  return Math.min(2, Math.max(0, 1 - cosine));
}
