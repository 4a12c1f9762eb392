import type { TokenColumn } from '../text/tokenColumn.ts';

/** The types of tokens that occur, numbered from 1 on as they come: what is kept of each then lies close together. */
export interface TypeNumbers {
  /** The number of each type; 0 for one that does not occur. */
  readonly ofType: Uint32Array;
  /** One above the highest number. */
  readonly end: number;
  /** By number: how often the type occurs in the rows that are not skipped. */
  readonly counts: Uint32Array;
}

/**
 * @param vocabulary one above the highest type there can be
 * @param skipped 1 for each row whose tokens get numbers only
 * O(tokens).
 */
export function numberTypes(
  columns: readonly TokenColumn[],
  vocabulary: number,
  skipped: Uint8Array,
): TypeNumbers {
  const ofType = new Uint32Array(vocabulary);
  const counts = new Uint32Array(vocabulary + 1);
  let end = 1;
  for (const column of columns) end = numberColumn(column, skipped, ofType, counts, end);
  return { ofType, end, counts };
}

function numberColumn(
  { values, offsets }: TokenColumn,
  skipped: Uint8Array,
  ofType: Uint32Array,
  counts: Uint32Array,
  firstNew: number,
): number {
  let end = firstNew;
  for (let row = 0; row < skipped.length; row++) {
    const by = 1 - skipped[row]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const type = values[at]!;
      let number = ofType[type]!;
      if (number === 0) ofType[type] = number = end++;
      counts[number]! += by;
    }
  }
  return end;
}
