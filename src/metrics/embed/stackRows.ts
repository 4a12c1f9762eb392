import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * The rows of one matrix above those of another.
 * @param allocate makes the result, all zero: pass one that allocates shared memory to share it
 * @throws RangeError if they differ in dimensions. O(rows · dimensions).
 */
export function stackRows(
  upper: EmbeddingMatrix,
  lower: EmbeddingMatrix,
  allocate: (rows: number, dimensions: number) => EmbeddingMatrix = plainMatrix,
): EmbeddingMatrix {
  const { dimensions } = upper;
  if (lower.dimensions !== dimensions) {
    throw new RangeError(`got ${dimensions} and ${lower.dimensions} dimensions, expected the same`);
  }
  const stacked = allocate(upper.rows + lower.rows, dimensions);
  stacked.values.set(upper.values);
  stacked.values.set(lower.values, upper.values.length);
  stacked.inverseNorms.set(upper.inverseNorms);
  stacked.inverseNorms.set(lower.inverseNorms, upper.rows);
  return stacked;
}

function plainMatrix(rows: number, dimensions: number): EmbeddingMatrix {
  return {
    rows,
    dimensions,
    values: new Int8Array(rows * dimensions),
    inverseNorms: new Float32Array(rows),
  };
}
