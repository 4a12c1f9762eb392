import { kindSampleOfRows, type KindSample } from '../stats/kindSample.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

export interface TypeCounts {
  /** The distinct tokens of all columns, ascending: the kinds of all samples. */
  readonly types: Uint32Array;
  /** Of each column. */
  readonly each: readonly TypeSample[];
  /** Of the rows of all columns: row i is row i of the first, then of the second, … That of the only column that has tokens. */
  readonly together: TypeSample;
}

export interface TypeSample {
  /** The rows that have tokens, each token as its place in `types`. */
  readonly sample: KindSample;
  /** Which rows of the columns these are. */
  readonly rowOfSample: Uint32Array;
}

/** The texts of all rows, one after the other in the order of the rows, and in a row in that of the columns. */
interface Texts {
  readonly places: Uint32Array;
  /** [rows, columns]: where each text ends. */
  readonly ends: Uint32Array;
  readonly columns: number;
}

/**
 * Counts the types of the rows of some columns, of each and of all together.
 * @param columns byte-pair tokens, at least one column, all with the same number of rows; not mutated
 * O(tokens + highest token) time; 4 bytes per token, 8 per value up to the highest, and some 20 per row of each column.
 */
export function countTypes(columns: readonly TokenColumn[]): TypeCounts {
  const { types, placeOf } = typesOf(columns);
  const texts = joinTexts(columns, placeOf);
  const each = columns.map((_, column) => sampleOf(texts, column, column, types.length));
  const [sole, ...others] = each.filter(({ sample }) => sample.rows > 0);
  const together =
    sole && others.length === 0 ? sole : sampleOf(texts, 0, columns.length - 1, types.length);
  return { types, each, together };
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

function joinTexts(columns: readonly TokenColumn[], placeOf: Uint32Array): Texts {
  const rows = columns[0]!.offsets.length - 1;
  const places = new Uint32Array(columns.reduce((sum, { values }) => sum + values.length, 0));
  const ends = new Uint32Array(rows * columns.length);
  let end = 0;
  for (let row = 0, text = 0; row < rows; row++) {
    for (let column = 0; column < columns.length; column++, text++) {
      end = putPlaces(columns[column]!, row, placeOf, places, end);
      ends[text] = end;
    }
  }
  return { places, ends, columns: columns.length };
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

/** The rows that have tokens in the columns from `first` to `last`. */
function sampleOf(
  { places, ends, columns }: Texts,
  first: number,
  last: number,
  kinds: number,
): TypeSample {
  const rows = ends.length / columns;
  const rowStarts = new Uint32Array(rows);
  const rowEnds = new Uint32Array(rows);
  const rowOfSample = new Uint32Array(rows);
  let found = 0;
  for (let row = 0; row < rows; row++) {
    const text = row * columns;
    const start = text + first === 0 ? 0 : ends[text + first - 1]!;
    const end = ends[text + last]!;
    if (end === start) continue;
    rowStarts[found] = start;
    rowEnds[found] = end;
    rowOfSample[found++] = row;
  }
  return {
    sample: kindSampleOfRows(
      places,
      rowStarts.subarray(0, found),
      rowEnds.subarray(0, found),
      kinds,
    ),
    rowOfSample: rowOfSample.subarray(0, found),
  };
}
