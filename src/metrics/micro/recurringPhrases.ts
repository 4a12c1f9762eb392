import type { TokenColumn } from '../text/tokenColumn.ts';
import { tokenQuarters } from '../text/tokenQuarters.ts';
import { findRecurringSeeds, type RecurringSeeds } from './recurringSeeds.ts';

/** A phrase that recurs, told by one of its occurrences. */
export interface RecurringPhrase {
  /** Where the first row that has it has it: values[start] … values[start + length − 1] of the column. */
  readonly row: number;
  readonly start: number;
  readonly length: number;
  /** Rows that have it. */
  readonly rows: number;
  /** The first rows that have it, ascending, at most 5. */
  readonly firstRows: readonly number[];
}

export interface RecurringPhrases {
  /** All that were found. */
  readonly found: number;
  /** Those that take up most text, rows times length; at most `most`. */
  readonly phrases: readonly RecurringPhrase[];
}

/** A phrase is extended as long as it keeps this share of the rows that its beginning has. */
const ROWS_KEPT = 0.9;
const FIRST_ROWS = 5;
/** Occurrences of a seed in one row that are followed: a text that goes round in circles has hundreds. */
const FOLLOWED_IN_ROW = 8;
/** Where the text of a row has ended. */
const NO_TOKEN = -1;

/** With its length in quarters of a word. */
interface Phrase extends RecurringPhrase {
  readonly quarters: number;
}

/**
 * The wording that recurs over many rows: phrases of four words or more, as long as they can be without losing rows.
 *
 * Seeds are the shortest runs of tokens that make four words (four words with spaces, eight characters of Han or kana,
 * sixteen of Thai) and that are in `minRows` rows. The one with the most rows first, each is extended to the right and to the
 * left by the token that follows or precedes it most often, while 90 % of the seed's rows have it; of its occurrences in
 * one row the first eight count. A phrase
 * inside a longer one is left out unless `minRows` rows, and a tenth of its own, have it without the longer one.
 *
 * @param column tokens from `TokenBuffer`, one row per text; not mutated
 * @param minRows rows that a phrase is in at least, an integer ≥ 2
 * @param most phrases returned at most
 * @throws RangeError if `minRows` is no integer ≥ 2
 * O(tokens) time to find the seeds, some 30 ns per token; then the occurrences of the seeds times the length to which they
 * are extended. 2 to 6 bytes per token, up to 18 MB of tables, and 20 bytes per occurrence of a seed. Deterministic.
 * @see the templates of Shaib et al. (2024), arXiv 2407.00211, which are of parts of speech; these are of words
 */
export function recurringPhrases(
  column: TokenColumn,
  minRows: number,
  most: number,
): RecurringPhrases {
  if (!Number.isInteger(minRows) || minRows < 2) {
    throw new RangeError(`got a minimum of ${minRows} rows, expected an integer ≥ 2`);
  }
  const seeds = findRecurringSeeds(column, minRows);
  const enough = (rows: number, rowsOfLonger: number) => !isInLonger(rows, rowsOfLonger, minRows);
  const order = Uint32Array.from(seeds.rows.keys()).sort(
    (a, b) =>
      seeds.rows[b]! - seeds.rows[a]! ||
      seeds.places[seeds.offsets[a]!]! - seeds.places[seeds.offsets[b]!]!,
  );
  const isCovered = new Uint8Array(order.length);
  const phrases: Phrase[] = [];
  for (const seed of order) {
    if (isCovered[seed] !== 0) continue;
    const phrase = extend(column, seeds, seed);
    phrases.push(phrase);
    forEachSeed(phrase, seeds, (inner) => {
      if (!enough(seeds.rows[inner]!, phrase.rows)) isCovered[inner] = 1;
    });
  }
  const kept = withoutContained(phrases, column, seeds, enough);
  return {
    found: kept.length,
    phrases: kept
      .sort((a, b) => b.rows * b.quarters - a.rows * a.quarters || a.start - b.start)
      .slice(0, most)
      .map(({ row, start, length, rows, firstRows }) => ({ row, start, length, rows, firstRows })),
  };
}

/** Whether a phrase hardly occurs outside a longer one that has it: in too few rows, or in less than a tenth of its own. */
export function isInLonger(rows: number, rowsOfLonger: number, minRows: number): boolean {
  return rows - rowsOfLonger < Math.max(minRows, (1 - ROWS_KEPT) * rows);
}

/** The longest phrase around a seed that keeps nearly all of its rows. */
function extend(column: TokenColumn, seeds: RecurringSeeds, seed: number): Phrase {
  const { values, offsets } = column;
  let { starts, rowOf } = firstOccurrences(seeds, seed);
  const leastRows = ROWS_KEPT * seeds.rows[seed]!;
  let length = seeds.lengths[starts[0]!]!;

  /** Follows the most frequent token at a distance from the starts, if enough rows have it there. */
  const follow = (distance: number, shift: number): boolean => {
    const tokenAt = (occurrence: number): number => {
      const place = starts[occurrence]! + distance;
      const row = rowOf[occurrence]!;
      return place >= offsets[row]! && place < offsets[row + 1]! ? values[place]! : NO_TOKEN;
    };
    // Boyer and Moore's vote: a token that most occurrences have is the one that is left.
    let token = NO_TOKEN;
    let votes = 0;
    for (let occurrence = 0; occurrence < starts.length; occurrence++) {
      const next = tokenAt(occurrence);
      if (votes === 0) token = next;
      votes += next === token ? 1 : -1;
    }
    if (token === NO_TOKEN) return false;
    let rowsWithToken = 0;
    let kept = 0;
    let last = -1;
    for (let occurrence = 0; occurrence < starts.length; occurrence++) {
      if (tokenAt(occurrence) !== token) continue;
      kept++;
      if (rowOf[occurrence] !== last) rowsWithToken++;
      last = rowOf[occurrence]!;
    }
    if (rowsWithToken < leastRows) return false;
    if (kept < starts.length || shift !== 0) {
      const keptStarts = new Uint32Array(kept);
      const keptRows = new Uint32Array(kept);
      for (let occurrence = 0, next = 0; occurrence < starts.length; occurrence++) {
        if (tokenAt(occurrence) !== token) continue;
        keptStarts[next] = starts[occurrence]! + shift;
        keptRows[next++] = rowOf[occurrence]!;
      }
      starts = keptStarts;
      rowOf = keptRows;
    }
    length++;
    return true;
  };
  while (follow(length, 0));
  const lengthFromSeed = length;
  while (follow(-1, -1));

  const phrase = { start: starts[0]!, length };
  const places = firstPlaces(phrase, length - lengthFromSeed, column, seeds, seed);
  const start = places.starts[0]!;
  let quarters = 0;
  for (let place = start; place < start + length; place++)
    quarters += tokenQuarters(values[place]!);
  return {
    row: places.rows[0]!,
    start,
    length,
    rows: places.rows.length,
    firstRows: places.rows.slice(0, FIRST_ROWS),
    quarters,
  };
}

/** Every row that has a phrase around a seed, ascending, and where it first has it. @param lead tokens before the seed */
function firstPlaces(
  phrase: Pick<Phrase, 'start' | 'length'>,
  lead: number,
  { values, offsets }: TokenColumn,
  seeds: RecurringSeeds,
  seed: number,
) {
  const rows: number[] = [];
  const starts: number[] = [];
  for (let at = seeds.offsets[seed]!; at < seeds.offsets[seed + 1]!; at++) {
    const row = seeds.rowOfPlace[at]!;
    const start = seeds.places[at]! - lead;
    if (row === rows.at(-1) || start < offsets[row]!) continue;
    if (start + phrase.length > offsets[row + 1]! || !isSameText(values, phrase, start)) continue;
    rows.push(row);
    starts.push(start);
  }
  return { rows, starts };
}

/** Whether the tokens from a place on are those of a phrase. */
function isSameText(
  values: Uint32Array,
  { start, length }: Pick<Phrase, 'start' | 'length'>,
  place: number,
): boolean {
  for (let token = 0; token < length; token++) {
    if (values[start + token] !== values[place + token]) return false;
  }
  return true;
}

/** The occurrences of a seed that are followed, with the row of each. */
function firstOccurrences({ offsets, places, rowOfPlace }: RecurringSeeds, seed: number) {
  const starts = new Uint32Array(offsets[seed + 1]! - offsets[seed]!);
  const rowOf = new Uint32Array(starts.length);
  let count = 0;
  for (let at = offsets[seed]!; at < offsets[seed + 1]!; at++) {
    const row = rowOfPlace[at]!;
    if (count >= FOLLOWED_IN_ROW && rowOf[count - FOLLOWED_IN_ROW] === row) continue;
    starts[count] = places[at]!;
    rowOf[count++] = row;
  }
  return { starts: starts.subarray(0, count), rowOf: rowOf.subarray(0, count) };
}

/** Hands out the recurring seeds inside a phrase with the place of each. */
function forEachSeed(
  { start, length }: RecurringPhrase,
  seeds: RecurringSeeds,
  onSeed: (seed: number, place: number) => void,
): void {
  for (let place = start; place < start + length; place++) {
    const seedLength = seeds.lengths[place]!;
    if (seedLength === 0 || place + seedLength > start + length) return;
    if (seeds.at[place] !== 0) onSeed(seeds.at[place]! - 1, place);
  }
}

/** Leaves out every phrase that hardly occurs outside a longer one. */
function withoutContained(
  phrases: readonly Phrase[],
  { values }: TokenColumn,
  seeds: RecurringSeeds,
  enough: (rows: number, rowsOfLonger: number) => boolean,
): Phrase[] {
  /** For each seed, the phrases kept that hold it, and where. */
  const holders = new Map<number, { phrase: Phrase; place: number }[]>();
  const isInside = (inner: Phrase, outer: Phrase, offset: number): boolean => {
    if (offset < outer.start || offset + inner.length > outer.start + outer.length) return false;
    return isSameText(values, inner, offset);
  };
  return [...phrases]
    .sort((a, b) => b.length - a.length || b.rows - a.rows || a.start - b.start)
    .filter((phrase) => {
      // The seed at the start of a phrase recurs: it is in all rows of the phrase.
      const inLonger = (holders.get(seeds.at[phrase.start]! - 1) ?? []).some(
        (holder) =>
          isInside(phrase, holder.phrase, holder.place) && !enough(phrase.rows, holder.phrase.rows),
      );
      if (inLonger) return false;
      forEachSeed(phrase, seeds, (seed, place) => {
        const list = holders.get(seed);
        if (list) list.push({ phrase, place });
        else holders.set(seed, [{ phrase, place }]);
      });
      return true;
    });
}
