import { tokenQuarters, WORD_QUARTERS } from '../text/tokenQuarters.ts';
import { mixBits } from '../text/mixBits.ts';
import { ngramIndex } from '../text/ngramIndex.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

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

/** Four words: shorter wording recurs in any text. */
const SEED_QUARTERS = 4 * WORD_QUARTERS;
/** A phrase is extended as long as it keeps this share of the rows that its beginning has. */
const ROWS_KEPT = 0.9;
const FIRST_ROWS = 5;
const NONE = -1;
/** The table of seeds is used in 256 parts, one after the other. */
const PART_BITS = 8;

/** All occurrences of the seeds that are in enough rows, seed by seed. */
interface Seeds {
  /** Number of the seed that starts at each place of the column, −1 for none that recurs. */
  readonly at: Int32Array;
  /** Rows of each seed. */
  readonly rows: Uint32Array;
  /** Places and rows of the occurrences of seed i: [offsets[i], offsets[i + 1]), ascending. */
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
  readonly rowOfPlace: Uint32Array;
}

/** A phrase with every place where it occurs. */
interface Phrase extends RecurringPhrase {
  readonly quarters: number;
}

/**
 * The wording that recurs over many rows: phrases of four words or more, as long as they can be without losing rows.
 *
 * Seeds are the shortest runs of tokens that make four words (four words with spaces, eight characters of Han or kana,
 * sixteen of Thai) and that are in `minRows` rows. The one with the most rows first, each is extended to the right and to the
 * left by the token that follows or precedes it in most rows, while 90 % of the seed's rows have it. A phrase
 * inside a longer one is left out unless `minRows` rows, and a tenth of its own, have it without the longer one.
 *
 * @param column tokens from `hashedTokens`, one row per text; not mutated
 * @param minRows rows that a phrase is in at least, an integer ≥ 2
 * @param most phrases returned at most
 * @throws RangeError if `minRows` is no integer ≥ 2
 * O(tokens) time to find the seeds, some 40 ns per token; then the occurrences of the seeds times the length to which they
 * are extended. 8 bytes per token, up to 32 MB of tables, and 20 bytes per occurrence of a seed. Deterministic.
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
  const ends = seedEnds(column);
  const seeds = findSeeds(column, ends, minRows);
  const enough = (rows: number, rowsOfLonger: number) =>
    rows - rowsOfLonger >= Math.max(minRows, (1 - ROWS_KEPT) * rows);
  const order = Uint32Array.from(seeds.rows.keys()).sort(
    (a, b) =>
      seeds.rows[b]! - seeds.rows[a]! ||
      seeds.places[seeds.offsets[a]!]! - seeds.places[seeds.offsets[b]!]!,
  );
  const isCovered = new Uint8Array(order.length);
  const phrases: Phrase[] = [];
  for (const seed of order) {
    if (isCovered[seed] !== 0) continue;
    const phrase = extend(column, ends, seeds, seed);
    phrases.push(phrase);
    forEachSeed(phrase, ends, seeds, (inner) => {
      if (!enough(seeds.rows[inner]!, phrase.rows)) isCovered[inner] = 1;
    });
  }
  const kept = withoutContained(phrases, column, ends, seeds, enough);
  return {
    found: kept.length,
    phrases: kept
      .sort((a, b) => b.rows * b.quarters - a.rows * a.quarters || a.start - b.start)
      .slice(0, most)
      .map(({ row, start, length, rows, firstRows }) => ({ row, start, length, rows, firstRows })),
  };
}

/** Where the seed that starts at each place ends, 0 where its row has too few tokens left. */
function seedEnds({ values, offsets }: TokenColumn): Uint32Array {
  const ends = new Uint32Array(values.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const rowEnd = offsets[row + 1]!;
    let quarters = 0;
    let end = offsets[row]!;
    for (let place = end; place < rowEnd; place++) {
      while (quarters < SEED_QUARTERS && end < rowEnd) quarters += tokenQuarters(values[end++]!);
      if (quarters < SEED_QUARTERS) break;
      ends[place] = end;
      quarters -= tokenQuarters(values[place]!);
    }
  }
  return ends;
}

function findSeeds({ values, offsets }: TokenColumn, ends: Uint32Array, minRows: number): Seeds {
  const rows = offsets.length - 1;
  const rowsAtMost = mostRowsOfSeeds({ values, offsets }, ends);
  const index = ngramIndex();
  const at = new Int32Array(values.length).fill(NONE);
  const counts: number[] = [];
  const seedRows: number[] = [];
  const lastRow: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]! && ends[place] !== 0; place++) {
      if (rowsAtMost[place]! < minRows) continue;
      const seed = index.numberOf(values, place, ends[place]!);
      at[place] = seed;
      counts[seed] = (counts[seed] ?? 0) + 1;
      if (lastRow[seed] === row) continue;
      lastRow[seed] = row;
      seedRows[seed] = (seedRows[seed] ?? 0) + 1;
    }
  }

  /** The new number of each seed that is in enough rows. */
  const renumbered = new Int32Array(counts.length).fill(NONE);
  const recurring: number[] = [];
  const starts = [0];
  counts.forEach((count, seed) => {
    if (seedRows[seed]! < minRows) return;
    renumbered[seed] = recurring.length;
    recurring.push(seedRows[seed]!);
    starts.push(starts.at(-1)! + count);
  });
  const places = new Uint32Array(starts.at(-1)!);
  const rowOfPlace = new Uint32Array(places.length);
  const cursors = starts.slice();
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const found = at[place]!;
      const seed = found === NONE ? NONE : renumbered[found]!;
      at[place] = seed;
      if (seed === NONE) continue;
      const cursor = cursors[seed]!++;
      places[cursor] = place;
      rowOfPlace[cursor] = row;
    }
  }
  return {
    at,
    rows: Uint32Array.from(recurring),
    offsets: Uint32Array.from(starts),
    places,
    rowOfPlace,
  };
}

/**
 * In how many rows the seed at each place is at most: seeds that share a hash count as one, so that most seeds are known to be
 * in too few rows before they are looked at closely. 0 where no seed starts.
 */
function mostRowsOfSeeds({ values, offsets }: TokenColumn, ends: Uint32Array): Uint32Array {
  const slotBits = Math.min(21, Math.max(10, Math.ceil(Math.log2(values.length + 1))));
  const partShift = slotBits - PART_BITS;
  const slots = new Uint32Array(values.length);
  /** Seeds of each part of the table, and where they end among the sorted ones. */
  const partEnds = new Uint32Array(1 << PART_BITS);
  forEachSeedPlace(offsets, ends, (place) => {
    let hash = 0;
    for (let token = place; token < ends[place]!; token++) {
      hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ values[token]!, 0x85ebca6b) + 0x6b43a9b5;
    }
    slots[place] = mixBits(hash) >>> (32 - slotBits);
    partEnds[slots[place] >>> partShift]!++;
  });
  for (let part = 1; part < partEnds.length; part++) partEnds[part]! += partEnds[part - 1]!;
  const toStarts = () => Uint32Array.of(0, ...partEnds.subarray(0, -1));
  // Part by part the table stays in the processor's cache.
  const sortedSlots = new Uint32Array(partEnds.at(-1)!);
  const sortedRows = new Uint32Array(sortedSlots.length);
  let cursors = toStarts();
  forEachSeedPlace(offsets, ends, (place, row) => {
    const at = cursors[slots[place]! >>> partShift]!++;
    sortedSlots[at] = slots[place]!;
    sortedRows[at] = row;
  });
  const rowCounts = new Uint32Array(1 << slotBits);
  const lastRows = new Uint32Array(1 << slotBits);
  for (let at = 0; at < sortedSlots.length; at++) {
    const slot = sortedSlots[at]!;
    if (lastRows[slot] === sortedRows[at]! + 1) continue;
    lastRows[slot] = sortedRows[at]! + 1;
    rowCounts[slot]!++;
  }
  for (let at = 0; at < sortedSlots.length; at++) sortedSlots[at] = rowCounts[sortedSlots[at]!]!;
  cursors = toStarts();
  forEachSeedPlace(offsets, ends, (place) => {
    slots[place] = sortedSlots[cursors[slots[place]! >>> partShift]!++]!;
  });
  return slots;
}

function forEachSeedPlace(
  offsets: Uint32Array,
  ends: Uint32Array,
  visit: (place: number, row: number) => void,
): void {
  for (let row = 0; row + 1 < offsets.length; row++) {
    const rowEnd = offsets[row + 1]!;
    for (let place = offsets[row]!; place < rowEnd && ends[place] !== 0; place++) visit(place, row);
  }
}

/** The longest phrase around a seed that keeps nearly all of its rows. */
function extend(
  { values, offsets }: TokenColumn,
  ends: Uint32Array,
  seeds: Seeds,
  seed: number,
): Phrase {
  const from = seeds.offsets[seed]!;
  const to = seeds.offsets[seed + 1]!;
  let starts = seeds.places.subarray(from, to);
  let rowOf = seeds.rowOfPlace.subarray(from, to);
  const leastRows = ROWS_KEPT * seeds.rows[seed]!;
  let rows = seeds.rows[seed]!;
  let length = ends[starts[0]!]! - starts[0]!;

  /** Follows the most frequent token at a distance from the starts, if enough rows have it there. */
  const follow = (distance: number, shift: number): boolean => {
    const tokenAt = (occurrence: number): number => {
      const place = starts[occurrence]! + distance;
      const row = rowOf[occurrence]!;
      return place >= offsets[row]! && place < offsets[row + 1]! ? values[place]! : NONE;
    };
    // Boyer and Moore's vote: a token that most occurrences have is the one that is left.
    let token = NONE;
    let votes = 0;
    for (let occurrence = 0; occurrence < starts.length; occurrence++) {
      const next = tokenAt(occurrence);
      if (votes === 0) token = next;
      votes += next === token ? 1 : -1;
    }
    if (token === NONE) return false;
    let rowsWithToken = 0;
    let kept = 0;
    let last = NONE;
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
    rows = rowsWithToken;
    length++;
    return true;
  };
  while (follow(length, 0));
  while (follow(-1, -1));

  const firstRows: number[] = [];
  for (const row of rowOf) {
    if (firstRows.length === FIRST_ROWS) break;
    if (row !== firstRows.at(-1)) firstRows.push(row);
  }
  const start = starts[0]!;
  let quarters = 0;
  for (let place = start; place < start + length; place++)
    quarters += tokenQuarters(values[place]!);
  return { row: rowOf[0]!, start, length, rows, firstRows, quarters };
}

/** Hands out the recurring seeds inside a phrase with the place of each. */
function forEachSeed(
  { start, length }: RecurringPhrase,
  ends: Uint32Array,
  seeds: Seeds,
  onSeed: (seed: number, place: number) => void,
): void {
  for (let place = start; place < start + length; place++) {
    const end = ends[place]!;
    if (end === 0 || end > start + length) return;
    if (seeds.at[place] !== NONE) onSeed(seeds.at[place]!, place);
  }
}

/** Leaves out every phrase that hardly occurs outside a longer one. */
function withoutContained(
  phrases: readonly Phrase[],
  { values }: TokenColumn,
  ends: Uint32Array,
  seeds: Seeds,
  enough: (rows: number, rowsOfLonger: number) => boolean,
): Phrase[] {
  /** For each seed, the phrases kept that hold it, and where. */
  const holders = new Map<number, { phrase: Phrase; place: number }[]>();
  const isInside = (inner: Phrase, outer: Phrase, offset: number): boolean => {
    if (offset < outer.start || offset + inner.length > outer.start + outer.length) return false;
    for (let token = 0; token < inner.length; token++) {
      if (values[inner.start + token] !== values[offset + token]) return false;
    }
    return true;
  };
  return [...phrases]
    .sort((a, b) => b.length - a.length || b.rows - a.rows || a.start - b.start)
    .filter((phrase) => {
      // The seed at the start of a phrase recurs: it is in all rows of the phrase.
      const inLonger = (holders.get(seeds.at[phrase.start]!) ?? []).some(
        (holder) =>
          isInside(phrase, holder.phrase, holder.place) && !enough(phrase.rows, holder.phrase.rows),
      );
      if (inLonger) return false;
      forEachSeed(phrase, ends, seeds, (seed, place) => {
        const list = holders.get(seed);
        if (list) list.push({ phrase, place });
        else holders.set(seed, [{ phrase, place }]);
      });
      return true;
    });
}
