import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import type { TaskPool } from '../taskPool.ts';
import type { NamedTopics } from './compareLevels.ts';
import type { ComparedMeanings } from './compareMeanings.ts';
import type { JointMap } from './comparison.ts';
import { jointMatrix } from './jointMatrix.ts';
import { ofBoth } from './jointKinds.ts';

export interface LayOutRequest {
  readonly both: InBoth<DatasetColumns>;
  readonly topics: NamedTopics | undefined;
  readonly outsideSlots: ComparedMeanings['outsideSlots'] | undefined;
  readonly seed: number;
}

/** The rows of both files on one map; undefined where that fails, because the comparison is done and stands without it. */
export async function layOutBoth(
  pool: TaskPool,
  { both, topics, outsideSlots, seed }: LayOutRequest,
): Promise<JointMap | undefined> {
  try {
    const matrix = jointMatrix(ofBoth(both, ({ features }) => features.whole));
    const { neighbours } = await searchNeighbours(pool, matrix, seed);
    const { rows: slots, ...layout } = await pool.run('layoutMap', { matrix, neighbours, seed });
    const datasetSlots = both.dataset.features.whole.rows;
    const lineOf = ({ features, reading }: DatasetColumns, slot: number) =>
      reading.rowLines[features.rowOfSlot[slot]!]!;
    const outside = outsideSlots && outsideMarks(outsideSlots, datasetSlots, matrix.rows);
    return {
      ...layout,
      lines: slots.map((slot) =>
        slot < datasetSlots
          ? lineOf(both.dataset, slot)
          : lineOf(both.reference, slot - datasetSlots),
      ),
      datasetPoints: slots.reduce((sum, slot) => sum + (slot < datasetSlots ? 1 : 0), 0),
      ...(topics && {
        topics: {
          names: topics.names,
          ofPoint: Int32Array.from(slots, (slot) => topics.topicOfSlot[slot]!),
        },
      }),
      ...(outside && { outside: Uint8Array.from(slots, (slot) => outside[slot]!) }),
    };
  } catch {
    return undefined;
  }
}

/** 1 for each row of both that is outside of the other file. */
function outsideMarks(
  { dataset, reference }: InBoth<Uint32Array>,
  datasetSlots: number,
  slots: number,
): Uint8Array {
  const marks = new Uint8Array(slots);
  for (const slot of dataset) marks[slot] = 1;
  for (const slot of reference) marks[datasetSlots + slot] = 1;
  return marks;
}
