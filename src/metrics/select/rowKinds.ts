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

/** The kinds of some rows, in their order; the kinds that these rows have are numbered anew. */
export function selectKinds(kinds: RowKinds, rows: Uint32Array): RowKinds {
  const numbers = new Map<number, number>();
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, place) => (offsets[place + 1] = offsets[place]! + countKinds(kinds, row)));
  const values = new Uint32Array(offsets[rows.length]!);
  let filled = 0;
  for (const row of rows) {
    forEachKind(kinds, row, (kind) => {
      const number = numbers.get(kind) ?? numbers.size;
      numbers.set(kind, number);
      values[filled++] = number;
    });
  }
  return { kindsOfRow: { values, offsets }, kinds: numbers.size };
}
