import type { TokenColumn } from './tokenColumn.ts';

/** The rows of a column that have a token, ascending. O(rows). */
export function filledRows({ offsets }: TokenColumn): Uint32Array {
  const rows = Uint32Array.from({ length: offsets.length - 1 }, (_, row) => row);
  return rows.filter((row) => offsets[row]! < offsets[row + 1]!);
}
