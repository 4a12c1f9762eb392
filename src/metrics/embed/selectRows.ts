import { copyRows } from './copyRows.ts';
import { plainMatrix, type EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * A matrix of its own with the given rows, in the given order.
 * @param allocate pass one that allocates shared memory to share the result
 */
export function selectRows(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  allocate = plainMatrix,
): EmbeddingMatrix {
  const selected = allocate(rows.length, matrix.dimensions);
  copyRows(matrix, rows, selected.values);
  for (let place = 0; place < rows.length; place++) {
    selected.inverseNorms[place] = matrix.inverseNorms[rows[place]!]!;
  }
  return selected;
}
