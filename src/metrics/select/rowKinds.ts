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

/** Kinds that any of some rows has. O(kinds of these rows). */
export function kindsOfRows(kinds: RowKinds, rows: readonly Uint32Array[]): number {
  const found = new Set<number>();
  for (const some of rows) {
    for (const row of some) forEachKind(kinds, row, (kind) => found.add(kind));
  }
  return found.size;
}

/** Rows of each kind among some rows. O(kinds of these rows). */
export function rowsPerKind(kinds: RowKinds, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(kinds.kinds);
  for (const row of rows) forEachKind(kinds, row, (kind) => counts[kind]!++);
  return counts;
}

/** Where the rows of each kind stand among some rows: kind k's places are places[offsets[k]] … places[offsets[k + 1] − 1]. */
export interface PlacesOfKinds {
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
}

/** @param counts of these rows, see `rowsPerKind`. O(kinds of these rows). */
export function placesOfKinds(
  kinds: RowKinds,
  rows: Uint32Array,
  counts: Uint32Array,
): PlacesOfKinds {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, kind) => (offsets[kind + 1] = offsets[kind]! + count));
  const next = offsets.slice();
  const places = new Uint32Array(offsets[counts.length]!);
  rows.forEach((row, place) => {
    forEachKind(kinds, row, (kind) => (places[next[kind]!++] = place));
  });
  return { offsets, places };
}
