import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/** Copies rows of a matrix, in the given order, to the beginning of one side of a tile or of another matrix. */
export function copyRows(
  { values, dimensions }: EmbeddingMatrix,
  rows: Uint32Array,
  target: Int8Array,
): void {
  for (let place = 0; place < rows.length; place++) {
    const from = rows[place]! * dimensions;
    target.set(values.subarray(from, from + dimensions), place * dimensions);
  }
}
