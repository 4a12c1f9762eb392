import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { concatColumns, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { typeIndex } from '../../metrics/text/typeIndex.ts';
import { soleField } from '../byField.ts';
import { areMeaningsAlike } from '../compare/compareMeanings.ts';
import type { Uncompared } from '../compare/comparison.ts';
import { isCompared } from '../compare/comparison.ts';
import type { JointKinds } from '../compare/jointKinds.ts';
import { jointTokens } from '../compare/jointTokens.ts';
import { jointTopics } from '../compare/jointTopics.ts';
import { unitsOfFields } from '../compare/jointUnits.ts';
import { uncompared } from '../compare/uncompared.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings, MeasuredField, LevelName } from '../report.ts';
import { sharedInt32, sharedUint32 } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import type { Mixing } from './mixing.ts';

/** The kinds of the rows of both files in one column, in shared memory. */
export interface MixedKinds {
  readonly column: TokenColumn;
  /** Place in the column of each row, numbered over both files; −1 for a row that was not measured. */
  readonly placeOfRow: Int32Array;
  /** A bound on the numbers of kinds. */
  readonly kinds: number;
}

export type KindsOfLevels = Readonly<
  Record<LevelName, Readonly<Record<MeasuredField, MixedKinds | Uncompared>>>
>;

/** The kinds of every level and field, numbered alike in both files as a comparison numbers them. */
export async function mixedKinds(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  table: EmbeddingTable,
  settings: InspectSettings,
): Promise<KindsOfLevels> {
  const [macro, meso, micro] = await Promise.all([
    ofFields(both, (field) =>
      areMeaningsAlike(both, field)
        ? jointTopics(pool, both, field)
        : Promise.resolve(uncompared('other-embedder')),
    ),
    unitsOfFields(pool, both, table, settings).then((unitsOfField) =>
      ofFields(both, (field) => Promise.resolve(unitsOfField(field))),
    ),
    ofFields(both, (field) => Promise.resolve(jointTokens(both, field))),
  ]);
  return { macro, meso, micro };
}

/** The same with the kinds left out, for those that only ask what was measured. */
export const rowsOfLevels = (
  kinds: KindsOfLevels,
  rowsOf: (kinds: MixedKinds) => number,
): Mixing['levels'] => {
  const ofLevel = (level: LevelName) => {
    const ofField = (field: MeasuredField) => {
      const found = kinds[level][field];
      return isCompared(found) ? { rows: rowsOf(found) } : found;
    };
    return {
      instruction: ofField('instruction'),
      response: ofField('response'),
      whole: ofField('whole'),
    };
  };
  return { macro: ofLevel('macro'), meso: ofLevel('meso'), micro: ofLevel('micro') };
};

async function ofFields(
  both: InBoth<DatasetColumns>,
  jointOf: (field: MeasuredField) => Promise<JointKinds | Uncompared>,
): Promise<KindsOfLevels[LevelName]> {
  const measure = async (field: MeasuredField): Promise<MixedKinds | Uncompared> => {
    if (field !== 'whole' && (!has(both.dataset, field) || !has(both.reference, field))) {
      return uncompared('no-such-field', field);
    }
    const joint = await jointOf(field);
    return isCompared(joint) ? inOneColumn(both, joint) : joint;
  };
  const instruction = measure('instruction');
  const response = measure('response');
  const sole = soleField(both.dataset.reading);
  const isSole = sole !== undefined && soleField(both.reference.reading) === sole;
  const whole = isSole ? { instruction, response }[sole] : measure('whole');
  const fields = await Promise.all([instruction, response, whole]);
  return { instruction: fields[0], response: fields[1], whole: fields[2] };
}

const has = ({ reading }: DatasetColumns, field: 'instruction' | 'response'): boolean =>
  reading.fieldRows[field] > 0;

/** Kinds that no row has are numbered away: tables over them are made for every mixture. */
function inOneColumn(
  { dataset, reference }: InBoth<DatasetColumns>,
  { columns, lines }: JointKinds,
): MixedKinds | Uncompared {
  const { values, offsets } = concatColumns([columns.dataset, columns.reference], sharedUint32);
  if (values.length === 0) return uncompared('no-kinds');
  const { ids, types } = typeIndex(values);
  values.set(ids);
  const generatedRows = dataset.reading.rowLines.length;
  const placeOfRow = sharedInt32(generatedRows + reference.reading.rowLines.length).fill(-1);
  const place = (rowLines: Uint32Array, own: Uint32Array, firstRow: number, firstPlace: number) => {
    // Both ascend: the rows of a file are met in order.
    let row = 0;
    own.forEach((line, at) => {
      while (rowLines[row]! < line) row++;
      placeOfRow[firstRow + row] = firstPlace + at;
    });
  };
  place(dataset.reading.rowLines, lines.dataset, 0, 0);
  place(reference.reading.rowLines, lines.reference, generatedRows, lines.dataset.length);
  return { column: { values, offsets }, placeOfRow, kinds: types.length };
}
