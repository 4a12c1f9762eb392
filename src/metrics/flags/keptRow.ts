/** The row of a cluster that would stay, and whether the values decided it or, among equals, the order of the file. */
export interface KeptRow {
  readonly row: number;
  readonly because: 'value' | 'first';
}

/**
 * The row of the highest value; of several, and where no row has a value, the first.
 * @param rows ascending, at least one
 * @param values of all rows of the file, NaN where a row has none; undefined where the order of the file decides
 */
export function keptRow(rows: readonly number[], values: Float64Array | undefined): KeptRow {
  let row = rows[0]!;
  if (!values) return { row, because: 'first' };
  const valueOf = (at: number) => (Number.isNaN(values[at]!) ? -Infinity : values[at]!);
  let highest = 1;
  for (const other of rows.slice(1)) {
    if (valueOf(other) < valueOf(row)) continue;
    highest = valueOf(other) > valueOf(row) ? 1 : highest + 1;
    if (highest === 1) row = other;
  }
  return { row, because: highest > 1 ? 'first' : 'value' };
}
