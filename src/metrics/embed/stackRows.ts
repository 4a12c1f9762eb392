import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * The rows of one matrix above those of another.
 * @throws RangeError if they differ in dimensions. O(rows · dimensions).
 */
export function stackRows(upper: EmbeddingMatrix, lower: EmbeddingMatrix): EmbeddingMatrix {
  const { dimensions } = upper;
  if (lower.dimensions !== dimensions) {
    throw new RangeError(`got ${dimensions} and ${lower.dimensions} dimensions, expected the same`);
  }
  const rows = upper.rows + lower.rows;
  const values = new Int8Array(rows * dimensions);
  values.set(upper.values);
  values.set(lower.values, upper.values.length);
  const inverseNorms = new Float32Array(rows);
  inverseNorms.set(upper.inverseNorms);
  inverseNorms.set(lower.inverseNorms, upper.rows);
  return { rows, dimensions, values, inverseNorms };
}
