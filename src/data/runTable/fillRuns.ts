import { applyRunTableEdit } from './applyRunTableEdit.ts';
import { csvLine, fillCells, lineEnd, type NewRun } from './editRunTable.ts';
import { RUN_TABLE_HEADER } from './runColumns.ts';
import type { RunTable } from './runTable.ts';

/**
 * The text of a table with figures in the empty cells of some rows. Rows that get none stay as they stand; where columns have
 * to be added, all rows are written anew with the same cells.
 * @param text that `table`, which can be read, was read from
 * @param figures by the line on which a run begins
 */
export function fillRuns(
  table: RunTable,
  text: string,
  figures: ReadonlyMap<number, NewRun['cells']>,
): string {
  const { columns, runs, delimiter } = table;
  const isWanted = (role: keyof NewRun['cells']) =>
    Array.from(figures.values()).some((cells) => cells[role] !== undefined);
  const added = RUN_TABLE_HEADER.filter(
    (role) => isWanted(role) && !columns.some((column) => column.role === role),
  );
  const end = lineEnd(text);
  const width = Math.max(
    ...columns.map(({ place }) => place + 1),
    ...runs.map(({ cells }) => cells.length),
  );
  const all = [...columns, ...added.map((role, at) => ({ name: role, role, place: width + at }))];
  const rowOf = ({ line, cells }: RunTable['runs'][number]) =>
    csvLine(fillCells(cells, all, figures.get(line) ?? {}), delimiter);
  if (added.length > 0) {
    const padded = (cells: readonly string[]) =>
      Array.from({ length: width + added.length }, (_, place) => cells[place] ?? '');
    const header: string[] = [];
    for (const { name, place } of all) header[place] = name;
    const lines = runs.map((run) =>
      csvLine(padded(fillCells(run.cells, all, figures.get(run.line) ?? {})), delimiter),
    );
    const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
    return mark + [csvLine(padded(header), delimiter), ...lines, ''].join(end);
  }
  let filled = text;
  // From the end, so that the lines before stay where they are.
  for (const run of runs.toReversed()) {
    if (!figures.has(run.line)) continue;
    const { line, lastLine } = run;
    filled = applyRunTableEdit(filled, {
      kind: 'replaced',
      from: line,
      to: lastLine,
      text: `${rowOf(run)}${end}`,
      line,
    });
  }
  return filled;
}
