import type { TokenColumn } from './tokenColumn.ts';

/** A run of rows: [fromRow, toRow), with all their tokens. */
export interface RowSlice {
  readonly fromRow: number;
  readonly toRow: number;
  readonly tokens: number;
}

/**
 * Cuts rows into runs of at most so many tokens; a longer row is a run of its own.
 * @param columns texts of the rows, all with the same number of rows
 * @throws RangeError for columns of different numbers of rows
 */
export function cutRows(columns: readonly TokenColumn[], mostTokens: number): RowSlice[] {
  const rows = (columns[0]?.offsets.length ?? 1) - 1;
  for (const { offsets } of columns) {
    if (offsets.length === rows + 1) continue;
    throw new RangeError(`got a column of ${offsets.length - 1} rows, expected ${rows}`);
  }
  const slices: RowSlice[] = [];
  let fromRow = 0;
  let tokens = 0;
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (const { offsets } of columns) length += offsets[row + 1]! - offsets[row]!;
    if (tokens + length > mostTokens && row > fromRow) {
      slices.push({ fromRow, toRow: row, tokens });
      fromRow = row;
      tokens = 0;
    }
    tokens += length;
  }
  if (rows > fromRow) slices.push({ fromRow, toRow: rows, tokens });
  return slices;
}
