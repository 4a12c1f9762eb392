import { kindSample, type KindSample } from '../stats/kindSample.ts';
import { tokenColumnBuilder } from '../text/tokenColumn.ts';
import type { KindCountsData } from './kindCounts.ts';

/**
 * The kinds of all rows, rows by their index and kinds numbered as they first appear: the same whoever counted first.
 * O(rows log rows + kinds of all rows) time.
 */
export function kindsInRowOrder({ names, rowIndexes, kindsOfRows }: KindCountsData): KindSample {
  const order = Uint32Array.from(rowIndexes.keys()).sort((a, b) => rowIndexes[a]! - rowIndexes[b]!);
  /** From 1; 0 for a kind that has not appeared. */
  const numbers = new Uint32Array(names.length);
  let numbered = 0;
  const column = tokenColumnBuilder();
  for (const row of order) {
    for (let i = kindsOfRows.offsets[row]!; i < kindsOfRows.offsets[row + 1]!; i++) {
      const kind = kindsOfRows.values[i]!;
      if (numbers[kind] === 0) numbers[kind] = ++numbered;
      column.push(numbers[kind]! - 1);
    }
    column.endRow();
  }
  const { values, offsets } = column.build();
  return kindSample(values, offsets, names.length);
}
