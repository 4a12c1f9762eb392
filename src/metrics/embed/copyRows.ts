import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * Copies rows of a matrix, in the given order, to the beginning of one side of a tile or of another matrix. Rows that follow one
 * another are copied at once.
 */
export function copyRows(
  { values, dimensions }: EmbeddingMatrix,
  rows: Uint32Array,
  target: Int8Array,
): void {
  for (let place = 0, end = 0; place < rows.length; place = end) {
    const first = rows[place]!;
    end = place + 1;
    while (end < rows.length && rows[end] === first + end - place) end++;
    const from = first * dimensions;
    target.set(values.subarray(from, from + (end - place) * dimensions), place * dimensions);
  }
}
