import { kindSample, type KindSample } from '../stats/kindSample.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

export interface TypeCounts {
  /** The distinct tokens, ascending: the kinds of `sample`. */
  readonly types: Uint32Array;
  /** The rows that have tokens, each token as its place in `types`, with its counts. */
  readonly sample: KindSample;
  /** Which rows of the columns these are. */
  readonly rowOfSample: Uint32Array;
  /** Tokens of each of these rows. */
  readonly lengths: Uint32Array;
}

/**
 * Counts the types of the rows of one column, or of several together: row i is row i of the first, then of the second, …
 * @param columns byte-pair tokens, all columns with the same number of rows; not mutated
 * O(tokens + highest token) time; 4 bytes per token, and 8 per value up to the highest.
 */
export function countTypes(columns: readonly TokenColumn[]): TypeCounts {
  const rows = columns.length === 0 ? 0 : columns[0]!.offsets.length - 1;
  const { types, placeOf } = typesOf(columns);
  const places = new Uint32Array(columns.reduce((sum, { values }) => sum + values.length, 0));
  const rowOfSample = new Uint32Array(rows);
  const lengths = new Uint32Array(rows);
  const starts = new Uint32Array(rows + 1);
  let found = 0;
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const start = end;
    for (const column of columns) end = putPlaces(column, row, placeOf, places, end);
    if (end === start) continue;
    rowOfSample[found] = row;
    lengths[found++] = end - start;
    starts[found] = end;
  }
  const sample = kindSample(places, starts.slice(0, found + 1), types.length);
  return {
    types,
    sample,
    rowOfSample: rowOfSample.subarray(0, found),
    lengths: lengths.subarray(0, found),
  };
}

/** The distinct tokens, ascending, and the place of each among them. */
function typesOf(columns: readonly TokenColumn[]) {
  const highest = columns.reduce((most, { values }) => Math.max(most, highestOf(values)), 0);
  const placeOf = new Uint32Array(highest + 1);
  for (const { values } of columns) markAll(values, placeOf);
  const types = new Uint32Array(highest + 1);
  let count = 0;
  for (let token = 0; token <= highest; token++) {
    if (placeOf[token] === 0) continue;
    types[count] = token;
    placeOf[token] = count++;
  }
  return { types: types.slice(0, count), placeOf };
}

function highestOf(values: Uint32Array): number {
  let highest = 0;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! > highest) highest = values[at]!;
  }
  return highest;
}

function markAll(values: Uint32Array, marks: Uint32Array): void {
  for (let at = 0; at < values.length; at++) marks[values[at]!] = 1;
}

/** Writes the places of a row's tokens from `end` on. @returns where they end */
function putPlaces(
  { values, offsets }: TokenColumn,
  row: number,
  placeOf: Uint32Array,
  places: Uint32Array,
  end: number,
): number {
  const to = offsets[row + 1]!;
  for (let at = offsets[row]!; at < to; at++) places[end++] = placeOf[values[at]!]!;
  return end;
}
