import { meaningfulRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';

/**
 * The rows that have a meaning as a matrix of their own, in their order; a random sample of them where there are more than
 * `most`. O(rows · dimensions).
 */
export function drawRows(matrix: EmbeddingMatrix, most: number, seed: number): EmbeddingMatrix {
  const meaningful = meaningfulRows(matrix);
  const drawn = sampleIndexes(meaningful.length, most, seed);
  return selectRows(
    matrix,
    drawn.map((index) => meaningful[index]!),
  );
}
