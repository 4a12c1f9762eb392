import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * Copies rows of a matrix, in the given order, to the beginning of one side of a tile or of another matrix. Four values at a
 * time, since to make a view for each row would cost more than the copy.
 */
export function copyRows(
  { values, dimensions }: EmbeddingMatrix,
  rows: Uint32Array,
  target: Int8Array,
): void {
  const words = dimensions / 4;
  const from = new Int32Array(values.buffer, values.byteOffset, values.length / 4);
  const to = new Int32Array(target.buffer, target.byteOffset, rows.length * words);
  for (let place = 0, at = 0; place < rows.length; place++) {
    const source = rows[place]! * words;
    for (let k = 0; k < words; k++) to[at++] = from[source + k]!;
  }
}
