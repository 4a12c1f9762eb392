import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';

/** The rows of a matrix that have a meaning: a random sample of them, ascending, where there are more than `most`. O(rows). */
export function drawRows(
  { rows, inverseNorms }: EmbeddingMatrix,
  most: number,
  seed: number,
): Uint32Array {
  const meaningful = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (inverseNorms[row] !== 0) meaningful[count++] = row;
  return sampleIndexes(count, most, seed).map((index) => meaningful[index]!);
}
