import type { RowKinds } from '../../../../src/metrics/select/rowKinds.ts';

/** The kinds of rows, given as a list for each. */
export function kindsOf(rows: readonly (readonly number[])[]): RowKinds {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((kinds, row) => (offsets[row + 1] = offsets[row]! + kinds.length));
  const values = Uint32Array.from(rows.flat());
  const kinds = values.reduce((most, kind) => Math.max(most, kind + 1), 0);
  return { kindsOfRow: { values, offsets }, kinds };
}

/** All rows, in their order. */
export const allRows = (rows: number) => Uint32Array.from({ length: rows }, (_, row) => row);

/** Different kinds that rows have. */
export function coveredBy(
  rows: readonly (readonly number[])[],
  chosen: ArrayLike<number>,
): Set<number> {
  return new Set(Array.from(chosen).flatMap((row) => rows[row]!));
}
