import { SHAPE_IDS } from '../../data/rowTypes.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { inSlices } from '../inSlices.ts';
import { linesOf } from '../linesOf.ts';
import type { TaskPool } from '../taskPool.ts';
import type { Quota } from './selection.ts';

/** Whether a row is of the group of a quota. */
export type IsOfGroup = (row: number) => boolean;

const SLICES = 8;

/** How to tell the rows of each quota's group; languages and fields are read of all rows, where a quota asks for them. */
export async function rowGroups(
  pool: TaskPool,
  columns: DatasetColumns,
  quotas: readonly Quota[],
  known: { languages?: readonly string[] },
): Promise<IsOfGroup[]> {
  const { reading } = columns;
  const languages = quotas.some(({ by }) => by === 'language')
    ? (known.languages ??= (
        await toldOfLines(columns, (lines) => pool.run('detectLanguages', { lines }))
      ).flat())
    : [];
  const fields = quotas.filter((quota) => quota.by === 'field');
  const marks =
    fields.length > 0
      ? await toldOfLines(columns, (lines) => pool.run('rowsWithValue', { lines, fields }))
      : [];
  return quotas.map((quota): IsOfGroup => {
    const { by, name } = quota;
    if (by === 'field') {
      const at = fields.indexOf(quota);
      const isOf = Uint8Array.from(marks.flatMap((ofSlice) => [...ofSlice[at]!]));
      return (row) => isOf[row] === 1;
    }
    if (by === 'language') return (row) => languages[row] === name;
    if (by === 'shape') return (row) => SHAPE_IDS[reading.shapeOfRow[row]!] === name;
    const { names, ofRow } = reading.tags;
    const tag = names.indexOf(name);
    return (row) => ofRow.values.subarray(ofRow.offsets[row], ofRow.offsets[row + 1]).includes(tag);
  });
}

/** What a task tells of all rows, a share of them at a time. @param run lines of usable rows, ascending */
function toldOfLines<Result>(
  { reading }: DatasetColumns,
  run: (lines: Uint32Array) => Promise<Result>,
): Promise<Result[]> {
  const lines = linesOf(reading, Uint32Array.from(reading.rowLines.keys()));
  const sliceRows = Math.max(1, Math.ceil(lines.length / SLICES));
  return inSlices(lines.length, sliceRows, (from, to) => run(lines.subarray(from, to)));
}
