import type { TokenColumn } from '../text/tokenColumn.ts';
import type { NgramGroups } from './ngramGroups.ts';

/** Tokens that are looked through at once: where those sought were found stays in the processor's cache. */
const BLOCK = 1 << 14;

/**
 * Places the n-grams of a column whose first tokens are those of the groups.
 * @param firstToken that of the first group; each other group's is one higher
 * @param groups its `ends` say where the next n-gram of each run goes, and are moved on
 * O(tokens + width · n-grams placed) time: a token of another group costs a nanosecond.
 */
export function placeNgrams(
  { values, offsets }: TokenColumn,
  column: number,
  columns: number,
  firstToken: number,
  groups: NgramGroups,
): void {
  const found = new Int32Array(BLOCK);
  let row = 0;
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK);
    const count = findTokens(values, start, end, firstToken, firstToken + groups.groups, found);
    row = placeFound(values, offsets, row, found, count, column, columns, firstToken, groups);
  }
}

/** Writes where tokens in [from, to) are; returns how many. */
function findTokens(
  values: Uint32Array,
  start: number,
  end: number,
  from: number,
  to: number,
  found: Int32Array,
): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const token = values[at]! | 0;
    found[count] = at;
    // No branch: which token comes is hard to guess.
    count += ((from - 1 - token) & (token - to)) >>> 31;
  }
  return count;
}

/** @param row one not after that of the first found; returns the row of the last */
function placeFound(
  values: Uint32Array,
  offsets: Uint32Array,
  row: number,
  found: Int32Array,
  count: number,
  column: number,
  columns: number,
  firstToken: number,
  { tokens, width, ends }: NgramGroups,
): number {
  let rowEnd = offsets[row + 1]!;
  for (let index = 0; index < count; index++) {
    const start = found[index]!;
    while (start >= rowEnd) rowEnd = offsets[++row + 1]!;
    const run = (values[start]! - firstToken) * columns + column;
    let place = ends[run]!++ * width;
    for (let at = start + 1; at <= start + width; at++) {
      tokens[place++] = at < rowEnd ? values[at]! : -1;
    }
  }
  return row;
}
