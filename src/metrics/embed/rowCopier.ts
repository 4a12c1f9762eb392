import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * Copies rows of a matrix to one side of a tile: a function of the row and its place there. Four values at a time, since
 * to make a view for each row would cost more than the copy.
 */
export function rowCopier(
  { values, dimensions }: EmbeddingMatrix,
  target: Int8Array,
): (row: number, place: number) => void {
  const words = dimensions / 4;
  const from = new Int32Array(values.buffer, values.byteOffset, values.length / 4);
  const to = new Int32Array(target.buffer, target.byteOffset, target.length / 4);
  return (row, place) => {
    for (let k = 0, at = place * words, source = row * words; k < words; k++) {
      to[at + k] = from[source + k]!;
    }
  };
}
