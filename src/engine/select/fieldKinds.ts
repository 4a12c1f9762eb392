import type { FieldName } from '../../data/rowTypes.ts';
import { groupKinds } from '../../metrics/meso/groupKinds.ts';
import { kindTable } from '../../metrics/meso/kindTable.ts';
import type { MergedNames } from '../../metrics/meso/mergeKinds.ts';
import { midBandKinds } from '../../metrics/select/midBandKinds.ts';
import type { RowKinds } from '../../metrics/select/rowKinds.ts';
import type { TopicsOfFieldResult } from '../tasks/topicsOfField.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { LevelName } from '../report.ts';

/** The kinds of a level in a field, over all rows of a file. */
export interface FieldKinds extends RowKinds {
  readonly level: LevelName;
  readonly field: FieldName;
  readonly nameOf: (kind: number) => string;
  /** Rows that have the field and whose kinds are known, ascending. */
  readonly measured: Uint32Array;
  /** Whether kinds were looked for in a sample of the rows only. */
  readonly isSample: boolean;
}

/** The topic of each row; a row far from all topics has none. */
export function macroKinds(
  { features, reading }: DatasetColumns,
  field: FieldName,
  { topicOfSlot, names }: TopicsOfFieldResult,
): FieldKinds {
  const { rowOfSlot } = features;
  const hasTopic = rowOfSlot.filter((_, slot) => topicOfSlot[slot]! >= 0);
  const offsets = offsetsOf(reading.rowLines.length, hasTopic);
  return {
    level: 'macro',
    field,
    kindsOfRow: { values: Uint32Array.from(topicOfSlot.filter((topic) => topic >= 0)), offsets },
    kinds: names.length,
    nameOf: (topic) => names[topic]!,
    measured: rowOfSlot.filter((_, slot) => features[field].inverseNorms[slot] !== 0),
    isSample: rowOfSlot.length < reading.rowLines.length,
  };
}

/** The tags or task units of each row. */
export function mesoKinds(
  { kinds, reading }: DatasetColumns,
  field: FieldName,
  merged: MergedNames | undefined,
): FieldKinds {
  const data = kinds[field];
  const table = kindTable(data, groupKinds(data, merged));
  const { values: rows, offsets: starts } = table.rowsOfKind;
  const offsets = offsetsOf(reading.rowLines.length, rows);
  const next = offsets.slice();
  const values = new Uint32Array(rows.length);
  for (let kind = 0; kind < table.names.length; kind++) {
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) {
      values[next[rows[at]!]!++] = kind;
    }
  }
  return {
    level: 'meso',
    field,
    kindsOfRow: { values, offsets },
    kinds: table.names.length,
    nameOf: (kind) => table.names[kind]!,
    measured: data.rowIndexes.slice().sort(),
    isSample: data.rows < reading.fieldRows[field],
  };
}

/** The mid-band tokens of each row; their names are yet to be told. */
export function microKinds(
  { tokens }: DatasetColumns,
  field: FieldName,
): Omit<FieldKinds, 'nameOf'> & { readonly tokenOfKind: Uint32Array } {
  const column = tokens[field];
  return {
    ...midBandKinds(column),
    level: 'micro',
    field,
    measured: Uint32Array.from(column.offsets.keys())
      .subarray(0, -1)
      .filter((row) => column.offsets[row + 1]! > column.offsets[row]!),
    isSample: false,
  };
}

/** Where each row's kinds begin. @param rows once for every kind that they have */
function offsetsOf(rowCount: number, rows: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(rowCount + 1);
  for (const row of rows) offsets[row + 1]!++;
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  return offsets;
}
