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
    squaredLengths = addRow(sum, values, row * dimensions, inverseNorm, squaredLengths);
  }
  if (counted < 2) return undefined;
  const squaredSum = sum.reduce((total, value) => total + value * value, 0);
  const cosine = (squaredSum - squaredLengths) / (counted * (counted - 1));
  return Math.min(2, Math.max(0, 1 - cosine));
}

/** Adds a row, from `at` on, at unit length; returns the squared lengths with its own, not exactly 1 since norms have 32 bits. */
function addRow(
  sum: Float64Array,
  values: Int8Array,
  at: number,
  inverseNorm: number,
  squaredLengths: number,
): number {
  for (let k = 0; k < sum.length; k++) {
    const value = values[at + k]! * inverseNorm;
    sum[k]! += value;
    squaredLengths += value * value;
  }
  return squaredLengths;
}
