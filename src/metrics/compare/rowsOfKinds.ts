import type { PooledKinds } from './poolKinds.ts';

/** The rows that have each kind: rows[ends[kind]] … rows[ends[kind + 1] − 1]. */
export interface RowsOfKinds {
  readonly rows: Uint32Array;
  readonly ends: Uint32Array;
}

/** Of the rows of some stretches, each from its first up to but without its end, numbered through. O(occurrences). */
export function rowsOfKinds(
  { values, offsets, totals }: PooledKinds,
  ...stretches: readonly (readonly [from: number, end: number])[]
): RowsOfKinds {
  const ends = new Uint32Array(totals.length + 1);
  for (const [from, end] of stretches) {
    for (let i = offsets[from]!; i < offsets[end]!; i++) ends[values[i]! + 1]!++;
  }
  for (let kind = 0; kind < totals.length; kind++) ends[kind + 1]! += ends[kind]!;
  const filled = ends.slice();
  const rows = new Uint32Array(ends[totals.length]!);
  let number = 0;
  for (const [from, end] of stretches) {
    for (let row = from; row < end; row++, number++) {
      for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
        rows[filled[values[i]!]!++] = number;
      }
    }
  }
  return { rows, ends };
}
