import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';

/**
 * Mean cosine distance, 1 − cosine, over all pairs of different rows, through the length of the sum of the unit rows.
 * @returns in [0, 2], higher = more diverse; undefined for fewer than two rows with a meaning. Rows without one (norm 0)
 * have no direction and are left out.
 * O(rows · dimensions) time, O(dimensions) memory. Deterministic: fixed summation order.
 */
export function meanCosineDistance({
  rows,
  dimensions,
  values,
  inverseNorms,
}: EmbeddingMatrix): number | undefined {
  const sum = new Float64Array(dimensions);
  let counted = 0;
  let squaredLengths = 0;
  for (let row = 0; row < rows; row++) {
    const inverseNorm = inverseNorms[row]!;
    if (inverseNorm === 0) continue;
    counted++;
    for (let k = 0, at = row * dimensions; k < dimensions; k++, at++) {
      const value = values[at]! * inverseNorm;
      sum[k]! += value;
      // Not exactly 1 per row, since the norms have 32 bits.
      squaredLengths += value * value;
    }
  }
  if (counted < 2) return undefined;
  const squaredSum = sum.reduce((total, value) => total + value * value, 0);
  const cosine = (squaredSum - squaredLengths) / (counted * (counted - 1));
  return Math.min(2, Math.max(0, 1 - cosine));
}
