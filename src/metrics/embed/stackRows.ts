import { plainMatrix, type EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * The rows of one matrix above those of another.
 * @param allocate pass one that allocates shared memory to share the result
 * @throws RangeError if they differ in dimensions. O(rows · dimensions).
 */
export function stackRows(
  upper: EmbeddingMatrix,
  lower: EmbeddingMatrix,
  allocate = plainMatrix,
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
