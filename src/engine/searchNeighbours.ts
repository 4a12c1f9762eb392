import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import { NEIGHBOURS, type Neighbours } from '../metrics/embed/neighbours.ts';
import type { NeighbourIndex } from '../metrics/embed/neighboursIndex.ts';
import { inSlices } from './inSlices.ts';
import type { TaskPool } from './taskPool.ts';

/** The nearest rows of all rows of a matrix, and what they were searched with. */
export interface NearestRows {
  readonly index: NeighbourIndex;
  readonly neighbours: Neighbours;
}

/** Tasks that share the rows: few, as each copies all that it compares with, but enough for the threads to end together. */
const SLICES = 4;
const LEAST_SLICE_ROWS = 2_048;
const MOST_SLICE_ROWS = 12_800;

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
  const share = Math.ceil(matrix.rows / SLICES);
  // With one list, all rows at once compare each pair only once.
  const sliceRows =
    index.centres.rows === 1
      ? matrix.rows
      : Math.min(MOST_SLICE_ROWS, Math.max(LEAST_SLICE_ROWS, share));
  await inSlices(matrix.rows, sliceRows, async (fromRow, toRow) => {
    const found = await pool.run('neighbourSlice', { index, matrix, fromRow, toRow });
    neighbours.rows.set(found.rows, fromRow * NEIGHBOURS);
    neighbours.similarities.set(found.similarities, fromRow * NEIGHBOURS);
  });
  return { index, neighbours };
}
