import type { RowSlice } from '../text/rowSlices.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { isBelow } from './isBelow.ts';
import type { TypeNumbers } from './typeNumbers.ts';

/** The tokens of some rows, sorted by the type before each: those after one type are a run, in the order of the rows. */
export interface FollowerRuns {
  /** The run after type number t: entries[starts[t]] … entries[starts[t + 1] − 1]; number 0 is the start of a text. */
  readonly starts: Uint32Array;
  /** The number of the type of each token; `ROW_STARTS` is added to the first one of each row in a run. */
  readonly entries: Uint32Array;
}

/** Enough for the number of a type. */
const NUMBER_BITS = 18;
export const NUMBER_MASK = (1 << NUMBER_BITS) - 1;
export const ROW_STARTS = 1 << NUMBER_BITS;

/**
 * Sorts by counting. The fewer tokens at once, the more of what is written in no order lies in the processor's cache.
 * @param skipped 1 for each row that is left out
 * @param entries with room for the tokens of the slice; overwritten
 * O(tokens + types).
 */
export function sortFollowers(
  columns: readonly TokenColumn[],
  { ofType, end }: TypeNumbers,
  slice: RowSlice,
  skipped: Uint8Array,
  entries: Uint32Array,
): FollowerRuns {
  const starts = new Uint32Array(end + 1);
  // Where each run starts while the tokens are not sorted, and where it ends once they are.
  const cursors = starts.subarray(1);
  for (const column of columns) countContexts(column, ofType, slice, skipped, cursors);
  toStarts(cursors);
  const lastRows = new Int32Array(end).fill(-1);
  sortRows({ columns, ofType, cursors, lastRows, entries }, slice, skipped);
  return { starts, entries };
}

function countContexts(
  { values, offsets }: TokenColumn,
  ofType: Uint32Array,
  { fromRow, toRow }: RowSlice,
  skipped: Uint8Array,
  counts: Uint32Array,
): void {
  for (let row = fromRow; row < toRow; row++) {
    if (skipped[row] === 1 || offsets[row] === offsets[row + 1]) continue;
    counts[0]!++;
    const last = offsets[row + 1]! - 1;
    for (let at = offsets[row]!; at < last; at++) counts[ofType[values[at]!]!]!++;
  }
}

function toStarts(counts: Uint32Array): void {
  let start = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    counts[at] = start;
    start += count;
  }
}

interface Sorting {
  readonly columns: readonly TokenColumn[];
  readonly ofType: Uint32Array;
  readonly cursors: Uint32Array;
  /** The last row with a token in each run. */
  readonly lastRows: Int32Array;
  readonly entries: Uint32Array;
}

function sortRows(sorting: Sorting, { fromRow, toRow }: RowSlice, skipped: Uint8Array): void {
  for (let row = fromRow; row < toRow; row++) if (skipped[row] === 0) sortRow(sorting, row);
}

function sortRow({ columns, ofType, cursors, lastRows, entries }: Sorting, row: number): void {
  for (let text = 0; text < columns.length; text++) {
    const { values, offsets } = columns[text]!;
    const end = offsets[row + 1]!;
    let context = 0;
    for (let at = offsets[row]!; at < end; at++) {
      const number = ofType[values[at]!]!;
      entries[cursors[context]!++] = number | (isBelow(lastRows[context]!, row) << NUMBER_BITS);
      lastRows[context] = row;
      context = number;
    }
  }
}
