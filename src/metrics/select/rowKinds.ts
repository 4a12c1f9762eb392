import type { TokenColumn } from '../text/tokenColumn.ts';

/** The kinds (topics, tags, mid-band tokens) that each row has. */
export interface RowKinds {
  /** Kinds of each row as numbers below `kinds`, each kind once in a row. */
  readonly kindsOfRow: TokenColumn;
  readonly kinds: number;
}

/** Calls `visit` with each kind of a row. */
export function forEachKind(
  { kindsOfRow: { values, offsets } }: RowKinds,
  row: number,
  visit: (kind: number) => void,
): void {
  const end = offsets[row + 1]!;
  for (let at = offsets[row]!; at < end; at++) visit(values[at]!);
}

export function countKinds({ kindsOfRow: { offsets } }: RowKinds, row: number): number {
  return offsets[row + 1]! - offsets[row]!;
}

/** Rows of each kind among some rows. O(kinds of these rows). */
export function rowsPerKind(kinds: RowKinds, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(kinds.kinds);
  for (const row of rows) forEachKind(kinds, row, (kind) => counts[kind]!++);
  return counts;
}
