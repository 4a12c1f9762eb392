import type { TokenColumn } from '../text/tokenColumn.ts';
import type { KindGroups } from './groupKinds.ts';
import type { KindCountsData } from './kindCounts.ts';

/** Rows shown for a kind or for a pair of kinds. */
export const EXAMPLE_ROWS = 5;

/** Kinds over rows in one order, whatever the order in which rows were added: by count, then by name. */
export interface KindTable {
  /** Rows measured, those without any kind included. */
  readonly rows: number;
  readonly names: readonly string[];
  readonly pairs: readonly (readonly [verb: string, noun: string] | null)[];
  /** [kinds] rows that have the kind, descending. */
  readonly counts: Uint32Array;
  /** Kinds of each row, rows by ascending index, kinds ascending within a row. */
  readonly kindsOfRow: TokenColumn;
  /** Row indexes of each kind, ascending. */
  readonly rowsOfKind: TokenColumn;
  /** [kinds] what was counted under this kind: indexes of the kinds in the data, most frequent first. */
  readonly members: readonly (readonly number[])[];
}

/** @param groups of the data's kinds. Linear, but for sorting kinds, and rows where they come in disorder. */
export function kindTable(data: KindCountsData, groups: KindGroups): KindTable {
  const { names, pairs, groupOf } = groups;
  const places = ascendingPlaces(data.rowIndexes);
  const raw = data.kindsOfRows;
  const values = new Uint32Array(raw.values.length);
  const offsets = new Uint32Array(places.length + 1);
  const counts = new Uint32Array(names.length);
  const lastPlace = new Int32Array(names.length).fill(-1);
  let filled = 0;
  places.forEach((place, at) => {
    for (let i = raw.offsets[place]!; i < raw.offsets[place + 1]!; i++) {
      const kind = groupOf[raw.values[i]!]!;
      if (lastPlace[kind] === at) continue;
      lastPlace[kind] = at;
      counts[kind]!++;
      values[filled++] = kind;
    }
    offsets[at + 1] = filled;
  });

  const order = Array.from(names.keys()).sort(
    (a, b) => counts[b]! - counts[a]! || byCodeUnits(names[a]!, names[b]!),
  );
  const rankOf = new Uint32Array(names.length);
  order.forEach((kind, rank) => (rankOf[kind] = rank));
  const kindsOfRow = { values: values.slice(0, filled).map((kind) => rankOf[kind]!), offsets };
  for (let at = 0; at < places.length; at++) {
    kindsOfRow.values.subarray(offsets[at], offsets[at + 1]).sort();
  }
  const ranked = Uint32Array.from(order, (kind) => counts[kind]!);
  const rowOfPlace = places.map((place) => data.rowIndexes[place]!);
  return {
    rows: data.rows,
    names: order.map((kind) => names[kind]!),
    pairs: order.map((kind) => pairs[kind]!),
    counts: ranked,
    kindsOfRow,
    rowsOfKind: transposed(kindsOfRow, ranked, rowOfPlace),
    members: membersOf(data, groupOf, rankOf, order.length),
  };
}

/** The first rows of a kind, at most EXAMPLE_ROWS. */
export function exampleRows(
  { rowsOfKind: { values, offsets } }: KindTable,
  kind: number,
): number[] {
  const first = offsets[kind]!;
  return [...values.subarray(first, Math.min(first + EXAMPLE_ROWS, offsets[kind + 1]!))];
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function ascendingPlaces(rowIndexes: Uint32Array): Uint32Array {
  const places = Uint32Array.from(rowIndexes.keys());
  const isAscending = rowIndexes.every((row, at) => at === 0 || rowIndexes[at - 1]! < row);
  return isAscending ? places : places.sort((a, b) => rowIndexes[a]! - rowIndexes[b]!);
}

function transposed(
  { values, offsets }: TokenColumn,
  counts: Uint32Array,
  rowOfPlace: Uint32Array,
): TokenColumn {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, kind) => (starts[kind + 1] = starts[kind]! + count));
  const next = starts.slice();
  const rows = new Uint32Array(values.length);
  for (let place = 0; place < rowOfPlace.length; place++) {
    for (let i = offsets[place]!; i < offsets[place + 1]!; i++) {
      rows[next[values[i]!]!++] = rowOfPlace[place]!;
    }
  }
  return { values: rows, offsets: starts };
}

function membersOf(
  { names, kindsOfRows }: KindCountsData,
  groupOf: Uint32Array,
  rankOf: Uint32Array,
  kinds: number,
): number[][] {
  const counts = new Uint32Array(names.length);
  for (const kind of kindsOfRows.values) counts[kind]!++;
  const members = Array.from({ length: kinds }, (): number[] => []);
  for (let kind = 0; kind < names.length; kind++) members[rankOf[groupOf[kind]!]!]!.push(kind);
  for (const list of members) {
    if (list.length > 1) {
      list.sort((a, b) => counts[b]! - counts[a]! || byCodeUnits(names[a]!, names[b]!));
    }
  }
  return members;
}
