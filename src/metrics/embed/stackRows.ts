import { plainMatrix, type EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * The rows of some matrices, one matrix after the other.
 * @param matrices at least one
 * @param allocate pass one that allocates shared memory to share the result
 * @throws RangeError if they differ in dimensions. O(rows · dimensions).
 */
export function stackRows(
  matrices: readonly EmbeddingMatrix[],
  allocate = plainMatrix,
): EmbeddingMatrix {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const { dimensions } = matrices[0]!;
  const stacked = allocate(rows, dimensions);
  let rowsBefore = 0;
  for (const matrix of matrices) {
    if (matrix.dimensions !== dimensions) {
      throw new RangeError(
        `got ${dimensions} and ${matrix.dimensions} dimensions, expected the same`,
      );
    }
    stacked.values.set(matrix.values, rowsBefore * dimensions);
    stacked.inverseNorms.set(matrix.inverseNorms, rowsBefore);
    rowsBefore += matrix.rows;
  }
  return stacked;
}
