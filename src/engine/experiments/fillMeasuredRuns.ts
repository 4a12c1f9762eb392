import type { NewRun } from '../../data/runTable/editRunTable.ts';
import { fillRuns } from '../../data/runTable/fillRuns.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { isFatal } from '../../data/runTable/runTable.ts';
import { unmeasuredRuns } from './unmeasuredRuns.ts';

/**
 * The text of a table, as it is by now, with what was measured of data sets in the rows that name them and have no level.
 * @param folder in which the table stands
 * @returns the same text where there is no such row
 */
export function fillMeasuredRuns(
  text: string,
  folder: string,
  measured: readonly NewRun[],
): string {
  const table = readRunTable(text);
  if (table.faults.some(isFatal)) return text;
  const cellsOf = new Map(measured.map(({ data, cells }) => [data, cells]));
  const { measurable, missing } = unmeasuredRuns(table, folder);
  const figures = new Map(
    [...measurable, ...missing].flatMap(({ line, data }) => {
      const cells = cellsOf.get(data);
      return cells ? [[line, cells] as const] : [];
    }),
  );
  return figures.size > 0 ? fillRuns(table, text, figures) : text;
}
