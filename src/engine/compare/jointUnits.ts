import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { groupKinds } from '../../metrics/meso/groupKinds.ts';
import { createKindCounts, type KindCountsData } from '../../metrics/meso/kindCounts.ts';
import { kindTable } from '../../metrics/meso/kindTable.ts';
import type { MergedNames } from '../../metrics/meso/mergeKinds.ts';
import { shownForms } from '../../metrics/meso/shownForms.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings, MeasuredField } from '../report.ts';
import { sharedUint32 } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import { chosenRows } from './chosenRows.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';

/** Tags or task units of the measured rows of both files. */
export interface JointUnits extends JointKinds {
  readonly nameOf: (kind: number) => string;
}

/** Counts the kinds of both files as those of one: the reference's rows follow those of the data set. */
export function countJointly(
  { dataset, reference }: InBoth<KindCountsData>,
  datasetRows: number,
): KindCountsData {
  const counts = createKindCounts();
  counts.merge(dataset);
  counts.merge({
    ...reference,
    rowIndexes: reference.rowIndexes.map((row) => row + datasetRows),
  });
  return counts.data();
}

/**
 * Kinds under one name in both files, synonyms merged.
 * @param data see `countJointly`
 * @param rowLines 0-based line of each row of the files
 */
export function jointUnits(
  data: KindCountsData,
  rowLines: InBoth<Uint32Array>,
  merged: MergedNames | undefined,
): JointUnits {
  const table = kindTable(data, groupKinds(data, merged));
  const shown = shownForms(data, table);
  const datasetRows = rowLines.dataset.length;
  const rowIndexes = data.rowIndexes.toSorted();
  const all = Uint32Array.from(rowIndexes.keys());
  const cut = rowIndexes.findIndex((row) => row >= datasetRows);
  const places = cut < 0 ? all.length : cut;
  const linesOf = (part: Uint32Array, lines: Uint32Array, first: number) => {
    const own = sharedUint32(part.length);
    part.forEach((place, at) => (own[at] = lines[rowIndexes[place]! - first]!));
    return own;
  };
  const [ours, theirs] = [all.subarray(0, places), all.subarray(places)];
  return {
    columns: {
      dataset: chosenRows(table.kindsOfRow, ours),
      reference: chosenRows(table.kindsOfRow, theirs),
    },
    lines: {
      dataset: linesOf(ours, rowLines.dataset, 0),
      reference: linesOf(theirs, rowLines.reference, datasetRows),
    },
    kinds: table.names.length,
    nameOf: (kind) => shown.nameOf(kind),
  };
}

/** The kinds of each field of both files; what is one kind in the whole is one in each field. */
export async function unitsOfFields(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  table: EmbeddingTable,
  { mergeSynonyms }: InspectSettings,
): Promise<(field: MeasuredField) => JointUnits> {
  const rowLines = ofBoth(both, ({ reading }) => reading.rowLines);
  const dataOf = (field: MeasuredField) =>
    countJointly(
      ofBoth(both, ({ kinds }) => kinds[field]),
      rowLines.dataset.length,
    );
  const merged = mergeSynonyms
    ? await pool.run('mergeMesoKinds', { data: dataOf('whole'), table })
    : undefined;
  return (field) => jointUnits(dataOf(field), rowLines, merged);
}
