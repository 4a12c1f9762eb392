import { isLevelColumn, RUN_TABLE_HEADER, type ColumnRole } from './runColumns.ts';
import { isFatal, type RunTable, type RunTableColumn } from './runTable.ts';

/** What is known of a run that is to stand in the table. */
export interface NewRun {
  /** Name of its data set: by it a row of the table is found that awaits figures. */
  readonly data: string;
  /** By column; of columns that the table does not have nothing is written. */
  readonly cells: Readonly<Partial<Record<ColumnRole, string>>>;
}

export type RunTableEdit =
  /** Lines that take the place of others: 1-based, the last included; `to` before `from` where nothing is replaced. */
  | {
      readonly kind: 'replaced';
      readonly from: number;
      readonly to: number;
      readonly text: string;
      /** 1-based line of the first run that was written. */
      readonly line: number;
    }
  /** There was no table. */
  | { readonly kind: 'new'; readonly text: string; readonly line: number }
  /** The row has all of it already. */
  | { readonly kind: 'present'; readonly line: number }
  /** The table cannot be read: nothing is written into it. */
  | { readonly kind: 'unreadable' };

/**
 * Puts a run into a table: into the empty cells of the row that names its data set, else as a row of its own at the end.
 * No cell that holds something is changed.
 * @param text of the table, which `table` was read from; empty or `undefined` for a new one
 */
export function addRun(table: RunTable, text: string | undefined, run: NewRun): RunTableEdit {
  if (isBlank(text)) {
    const isMade = run.cells['made-with'] !== undefined;
    return newTable(run, isMade ? [...RUN_TABLE_HEADER, 'made-with'] : RUN_TABLE_HEADER);
  }
  if (table.faults.some(isFatal)) return { kind: 'unreadable' };
  const data = table.columns.find(({ role }) => role === 'data');
  for (const row of data ? table.runs : []) {
    if ((row.cells[data!.place] ?? '') !== run.data) continue;
    const differs = table.columns.some(({ role, place }) => {
      const [there, value] = [row.cells[place] ?? '', run.cells[role]];
      const isBoth = there !== '' && value !== undefined;
      return isBoth && isLevelColumn(role) && Number(there) !== Number(value);
    });
    // Measured anew with another result, it is another run.
    if (differs) continue;
    const cells = fillCells(row.cells, table.columns, run.cells);
    if (cells.every((cell, place) => cell === (row.cells[place] ?? '')))
      return { kind: 'present', line: row.line };
    return {
      kind: 'replaced',
      from: row.line,
      to: row.lastLine,
      text: `${csvLine(cells, table.delimiter)}${lineEnd(text)}`,
      line: row.line,
    };
  }
  return appendRun(table, text, run);
}

/** Puts a run at the end of a table. */
function appendRun(table: RunTable, text: string, run: NewRun): RunTableEdit {
  const end = lineEnd(text);
  const lines = text.split(/\r\n|\n|\r/);
  const hasOpenEnd = lines.at(-1) !== '';
  // An open last line is written anew with its end.
  const from = hasOpenEnd ? lines.length : Math.max(1, lines.length);
  const rows = `${rowOf(table, run)}${end}`;
  return {
    kind: 'replaced',
    from,
    to: hasOpenEnd ? from : from - 1,
    text: hasOpenEnd ? `${lines.at(-1) ?? ''}${end}${rows}` : rows,
    line: hasOpenEnd ? from + 1 : from,
  };
}

function newTable({ data, cells }: NewRun, header: readonly ColumnRole[]): RunTableEdit {
  const line = csvLine(
    header.map((role) => (role === 'data' ? data : (cells[role] ?? ''))),
    ',',
  );
  return { kind: 'new', text: `${header.join(',')}\n${line}\n`, line: 2 };
}

function rowOf({ columns, delimiter }: RunTable, { data, cells }: NewRun): string {
  const row: string[] = [];
  for (const { role, place } of columns) {
    while (row.length < place) row.push('');
    row[place] = role === 'data' ? data : (cells[role] ?? '');
  }
  return csvLine(row, delimiter);
}

/** A row's cells with figures in those that were empty. */
export function fillCells(
  cells: readonly string[],
  columns: readonly Pick<RunTableColumn, 'role' | 'place'>[],
  figures: NewRun['cells'],
): string[] {
  const filled = [...cells];
  for (const { role, place } of columns) {
    const value = figures[role];
    if (value === undefined || (filled[place] ?? '') !== '') continue;
    while (filled.length < place) filled.push('');
    filled[place] = value;
  }
  return filled;
}

/** Cells in quotation marks where they need them: RFC 4180. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
        ? `"${cell.replaceAll('"', '""')}"`
        : cell,
    )
    .join(delimiter);
}

const isBlank = (text: string | undefined): text is undefined | '' =>
  text === undefined || /^\ufeff?\s*$/.test(text);

export const lineEnd = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
