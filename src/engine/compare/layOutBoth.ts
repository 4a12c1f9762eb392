import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import type { TaskPool } from '../taskPool.ts';
import type { JointMap } from './comparison.ts';
import { jointMatrix } from './jointMatrix.ts';
import { ofBoth } from './jointKinds.ts';

/** The rows of both files on one map; undefined where that fails, because the comparison is done and stands without it. */
export async function layOutBoth(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  seed: number,
): Promise<JointMap | undefined> {
  try {
    const matrix = jointMatrix(ofBoth(both, ({ features }) => features.whole));
    const { neighbours } = await searchNeighbours(pool, matrix, seed);
    const { rows: slots, ...layout } = await pool.run('layoutMap', { matrix, neighbours, seed });
    const datasetSlots = both.dataset.features.whole.rows;
    const lineOf = ({ features, reading }: DatasetColumns, slot: number) =>
      reading.rowLines[features.rowOfSlot[slot]!]!;
    return {
      ...layout,
      lines: slots.map((slot) =>
        slot < datasetSlots
          ? lineOf(both.dataset, slot)
          : lineOf(both.reference, slot - datasetSlots),
      ),
      datasetPoints: slots.reduce((sum, slot) => sum + (slot < datasetSlots ? 1 : 0), 0),
    };
  } catch {
    return undefined;
  }
}
