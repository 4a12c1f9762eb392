import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { NearestAcross } from '../../metrics/embed/nearestAcross.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import { inSlices } from '../inSlices.ts';
import type { TaskPool } from '../taskPool.ts';

const SLICES = 4;
const LEAST_SLICE_ROWS = 1_024;

/** The nearest row of the reference for every row of the data set. @param index of the reference */
export async function nearestAcrossFiles(
  pool: TaskPool,
  matrices: InBoth<EmbeddingMatrix>,
  index: NeighbourIndex,
): Promise<NearestAcross> {
  const { rows } = matrices.dataset;
  const found = { rows: new Int32Array(rows), similarities: new Float32Array(rows) };
  const sliceRows = Math.max(LEAST_SLICE_ROWS, Math.ceil(rows / SLICES));
  await inSlices(rows, sliceRows, async (fromRow, toRow) => {
    const nearest = await pool.run('nearestAcrossSlice', { matrices, index, fromRow, toRow });
    found.rows.set(nearest.rows, fromRow);
    found.similarities.set(nearest.similarities, fromRow);
  });
  return found;
}
