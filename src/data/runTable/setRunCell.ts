import { csvLine, lineEnd, type RunTableEdit } from './editRunTable.ts';
import { isFatal, type RunTable } from './runTable.ts';

/** A cell of a run with what is to stand in it. */
export interface CellChange {
  /** 1-based line on which the run begins. */
  readonly line: number;
  /** 0-based place of the column in the file. */
  readonly place: number;
  /** What the person saw there. */
  readonly was: string;
  readonly value: string;
}

/**
 * How a table changes of which one cell is set. The other cells of the row stay; so do the other rows.
 * @param text that `table` was read from
 * @returns `unreadable` also where the cell does not hold any more what the person saw
 */
export function setRunCell(
  table: RunTable,
  text: string,
  { line, place, was, value }: CellChange,
): RunTableEdit {
  const run = table.runs.find((each) => each.line === line);
  if (table.faults.some(isFatal) || !run || (run.cells[place] ?? '') !== was) {
    return { kind: 'unreadable' };
  }
  if (value === was) return { kind: 'present', line };
  const width = Math.max(run.cells.length, place + 1);
  const cells = Array.from({ length: width }, (_, at) =>
    at === place ? value : (run.cells[at] ?? ''),
  );
  return {
    kind: 'replaced',
    from: run.line,
    to: run.lastLine,
    text: `${csvLine(cells, table.delimiter)}${lineEnd(text)}`,
    line,
  };
}
