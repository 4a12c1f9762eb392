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
  for (let fromRow = 0; fromRow < rows;) {
    const start = tokensBefore(columns, fromRow);
    let toRow = fromRow + 1;
    for (let beyond = rows + 1; beyond > toRow + 1;) {
      const middle = (toRow + beyond) >>> 1;
      if (tokensBefore(columns, middle) - start > mostTokens) beyond = middle;
      else toRow = middle;
    }
    slices.push({ fromRow, toRow, tokens: tokensBefore(columns, toRow) - start });
    fromRow = toRow;
  }
  return slices;
}

function tokensBefore(columns: readonly TokenColumn[], row: number): number {
  let tokens = 0;
  for (const { offsets } of columns) tokens += offsets[row]!;
  return tokens;
}
