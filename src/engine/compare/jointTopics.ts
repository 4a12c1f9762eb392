import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { linesOf } from '../linesOf.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';
import { jointMatrix } from './jointMatrix.ts';

/** The topics of the rows that have a meaning. */
export interface JointTopics extends JointKinds {
  /** Topic of each row with a meaning, −1 for none: rows of the data set, then of the reference. */
  readonly topicOfSlot: Int32Array;
  /** For each topic the rows nearest to its centre: slots of the data set, then of the reference. */
  readonly central: readonly (readonly number[])[];
}

/** Topics found on the embeddings of both files together. */
export async function jointTopics(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  field: MeasuredField,
): Promise<JointTopics> {
  const matrix = jointMatrix(ofBoth(both, ({ features }) => features[field]));
  const { topicOfSlot, central, areTold } = await pool.run('findJointTopics', { matrix });
  const datasetRows = both.dataset.features[field].rows;
  return {
    columns: {
      dataset: topicColumn(topicOfSlot.subarray(0, datasetRows)),
      reference: topicColumn(topicOfSlot.subarray(datasetRows)),
    },
    lines: ofBoth(both, ({ features, reading }) => linesOf(reading, features.rowOfSlot)),
    kinds: central.length,
    areTold,
    topicOfSlot,
    central,
  };
}

/** The topic of each row as its only kind; −1 for none. */
export function topicColumn(topicOfRow: Int32Array): TokenColumn {
  const column = tokenColumnBuilder();
  for (const topic of topicOfRow) {
    if (topic >= 0) column.push(topic);
    column.endRow();
  }
  return column.build();
}
