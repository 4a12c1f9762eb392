import type { TokenColumn } from './tokenColumn.ts';

/**
 * Puts the fields of every row one after the other: row i is row i of the first column, then of the second, …
 * @param columns at least one, all with the same number of rows; not mutated. A single one is not copied.
 * @throws RangeError for no column, or for columns of different numbers of rows
 * O(tokens) time and memory.
 */
export function joinColumns(columns: readonly TokenColumn[]): TokenColumn {
  const [first] = columns;
  if (first === undefined) throw new RangeError('got no column, expected at least one');
  if (columns.length === 1) return first;
  const rows = first.offsets.length - 1;
  for (const { offsets } of columns) {
    if (offsets.length === rows + 1) continue;
    throw new RangeError(`got a column of ${offsets.length - 1} rows, expected ${rows}`);
  }
  const tokens = columns.reduce((sum, { offsets }) => sum + offsets[rows]!, 0);
  const values = new Uint32Array(tokens);
  const rowOffsets = new Uint32Array(rows + 1);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    for (const column of columns) {
      const from = column.offsets[row]!;
      const to = column.offsets[row + 1]!;
      // Rows are short: a loop is faster than a view and a call of set for each.
      for (let at = from; at < to; at++) values[end++] = column.values[at]!;
    }
    rowOffsets[row + 1] = end;
  }
  return { values, offsets: rowOffsets };
}
