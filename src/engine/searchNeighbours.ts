import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import { NEIGHBOURS, type Neighbours } from '../metrics/embed/neighbours.ts';
import type { NeighbourIndex } from '../metrics/embed/neighboursIndex.ts';
import type { TaskPool } from './taskPool.ts';

/** The nearest rows of all rows of a matrix, and what they were searched with. */
export interface NearestRows {
  readonly index: NeighbourIndex;
  readonly neighbours: Neighbours;
}

/** Rows whose neighbours one task looks for: of 50,000 rows four tasks, as each copies all that it compares with. */
const SLICE_ROWS = 12_800;

export async function searchNeighbours(
  pool: TaskPool,
  matrix: EmbeddingMatrix,
  seed: number,
): Promise<NearestRows> {
  const index = await pool.run('neighbourIndex', { matrix, seed });
  const neighbours = {
    rows: new Int32Array(matrix.rows * NEIGHBOURS),
    similarities: new Float32Array(matrix.rows * NEIGHBOURS),
  };
  const slices: Promise<void>[] = [];
  for (let fromRow = 0; fromRow < matrix.rows; fromRow += SLICE_ROWS) {
    const toRow = Math.min(matrix.rows, fromRow + SLICE_ROWS);
    const slice = pool.run('neighbourSlice', { index, matrix, fromRow, toRow });
    slices.push(
      slice.then((found) => {
        neighbours.rows.set(found.rows, fromRow * NEIGHBOURS);
        neighbours.similarities.set(found.similarities, fromRow * NEIGHBOURS);
      }),
    );
  }
  await Promise.all(slices);
  return { index, neighbours };
}
