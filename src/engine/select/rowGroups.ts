import { SHAPE_IDS } from '../../data/rowTypes.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { linesOf } from '../surveyWording.ts';
import type { TaskPool } from '../taskPool.ts';
import type { Quota } from './selection.ts';

/** Whether a row is of the group of a quota. */
export type IsOfGroup = (row: number) => boolean;

const LANGUAGE_SLICES = 8;

/** How to tell the rows of each quota's group; languages are told of all rows, where a quota asks for them. */
export async function rowGroups(
  pool: TaskPool,
  columns: DatasetColumns,
  quotas: readonly Quota[],
): Promise<IsOfGroup[]> {
  const { reading } = columns;
  const languages = quotas.some(({ by }) => by === 'language')
    ? await languagesOfRows(pool, columns)
    : [];
  return quotas.map(({ by, name }): IsOfGroup => {
    if (by === 'language') return (row) => languages[row] === name;
    if (by === 'shape') return (row) => SHAPE_IDS[reading.shapeOfRow[row]!] === name;
    const { names, ofRow } = reading.tags;
    const tag = names.indexOf(name);
    return (row) => ofRow.values.subarray(ofRow.offsets[row], ofRow.offsets[row + 1]).includes(tag);
  });
}

async function languagesOfRows(
  pool: TaskPool,
  { reading }: DatasetColumns,
): Promise<readonly string[]> {
  const lines = linesOf(reading, Uint32Array.from(reading.rowLines.keys()));
  const sliceRows = Math.max(1, Math.ceil(lines.length / LANGUAGE_SLICES));
  const slices: Promise<string[]>[] = [];
  for (let from = 0; from < lines.length; from += sliceRows) {
    slices.push(pool.run('detectLanguages', { lines: lines.subarray(from, from + sliceRows) }));
  }
  return (await Promise.all(slices)).flat();
}
