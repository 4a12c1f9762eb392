import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { groupKinds } from '../../metrics/meso/groupKinds.ts';
import { createKindCounts } from '../../metrics/meso/kindCounts.ts';
import { kindTable } from '../../metrics/meso/kindTable.ts';
import { filledRows } from '../../metrics/text/filledRows.ts';
import { joinColumns } from '../../metrics/text/joinColumns.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { chosenRows } from '../compare/chosenRows.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import { sharedEmbeddingMatrix } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';

/** The kinds of the rows of every generation, numbered alike. */
export interface GenerationKinds {
  /** One for each generation; kinds below `kinds`. */
  readonly columns: readonly TokenColumn[];
  readonly kinds: number;
}

/** The byte-pair tokens of a field, of the rows that have any. */
export function tokenKinds(
  generations: readonly DatasetColumns[],
  field: MeasuredField,
): GenerationKinds {
  const columns = generations.map(({ tokens }) => {
    const column =
      field === 'whole' ? joinColumns([tokens.instruction, tokens.response]) : tokens[field];
    return chosenRows(column, filledRows(column));
  });
  return {
    columns,
    kinds:
      1 +
      columns.reduce(
        (high, { values }) => values.reduce((most, token) => Math.max(most, token), high),
        -1,
      ),
  };
}

/**
 * Tags or task units, found in the same rows for every field; synonyms are not merged, as a row
 * more must not rename others.
 */
export function unitKinds(
  generations: readonly DatasetColumns[],
  field: MeasuredField,
): GenerationKinds {
  const counts = createKindCounts();
  const firstRows: number[] = [];
  let rows = 0;
  for (const { kinds, reading } of generations) {
    const data = kinds[field];
    const first = rows;
    counts.merge({ ...data, rowIndexes: data.rowIndexes.map((row) => row + first) });
    firstRows.push(first);
    rows += reading.rowLines.length;
  }
  const data = counts.data();
  const table = kindTable(data, groupKinds(data, undefined));
  const rowIndexes = data.rowIndexes.toSorted();
  const columns = firstRows.map((first, at) => {
    const end = firstRows[at + 1] ?? rows;
    const places = Uint32Array.from(rowIndexes.keys()).filter(
      (place) => rowIndexes[place]! >= first && rowIndexes[place]! < end,
    );
    return chosenRows(table.kindsOfRow, places);
  });
  return { columns, kinds: table.names.length };
}

/** Topics found on the embeddings of all generations together. @returns undefined where so few rows tell none apart */
export async function topicKinds(
  pool: TaskPool,
  generations: readonly DatasetColumns[],
  field: MeasuredField,
): Promise<GenerationKinds | undefined> {
  const matrices = generations.map(({ features }) => features[field]);
  const matrix = stackMatrices(matrices);
  const { topicOfSlot, central, areTold } = await pool.run('findJointTopics', { matrix });
  if (!areTold) return undefined;
  let first = 0;
  const columns = matrices.map(({ rows }) => {
    const column = tokenColumnBuilder();
    for (const topic of topicOfSlot.subarray(first, first + rows)) {
      if (topic >= 0) column.push(topic);
      column.endRow();
    }
    first += rows;
    return column.build();
  });
  return { columns, kinds: central.length };
}

function stackMatrices(matrices: readonly EmbeddingMatrix[]): EmbeddingMatrix {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const joint = sharedEmbeddingMatrix(rows, matrices[0]!.dimensions);
  let first = 0;
  for (const { values, inverseNorms, rows: own, dimensions } of matrices) {
    joint.values.set(values, first * dimensions);
    joint.inverseNorms.set(inverseNorms, first);
    first += own;
  }
  return joint;
}
