import { drawFirst } from '../stats/drawFirst.ts';
import { holmAdjusted } from '../stats/holmAdjusted.ts';
import { createRandom, drawSeed } from '../stats/random.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { CompareOptions } from './compareOptions.ts';
import { PERMUTATIONS, permutationTest } from './permutationTest.ts';
import { poolKinds, rowsWithKinds, type PooledKinds } from './poolKinds.ts';

/** Kinds that are about equally rare in the first generation. */
export interface RarityClass {
  /** Rows of the first generation that have such a kind; the last class has no most. */
  readonly fewestRows: number;
  readonly mostRows?: number;
  /** Kinds of the first generation in the class, those of them that the later one does not have, and how many of them would not without loss. */
  readonly kinds: number;
  readonly gone: number;
  readonly expectedGone: number;
  /** Probability of so many gone, or more, without loss, corrected for the number of classes (Holm), 0–1. */
  readonly adjustedPValue: number;
}

export interface TailLoss {
  /** Rarest kinds first; classes without a kind are left out. */
  readonly classes: readonly RarityClass[];
  /** The smallest of the classes' p-values: at most 0.05 in 5 % of pairs without loss. */
  readonly pValue: number;
  /** Rows of each generation that were compared. */
  readonly rows: number;
}

/** Fewest rows of each class of rarity. */
const CLASSES = [1, 2, 3, 6, 21];
/** Occurrences compared at most, both generations together. */
const MOST_OCCURRENCES = 2_000_000;
/** Occurrences of the first generation at most from whose rows it is drawn again. */
const MOST_DRAWN_FROM = 4 * MOST_OCCURRENCES;

/**
 * What a later generation has lost of the first one: kinds that are gone at an equal number of rows, by how rare they were.
 *
 * Some are always gone: kinds seen once are often there by chance. Loss is what neither of two harmless ways explains:
 * - a fresh draw from the same source, which is like a random division of all rows of both generations into two;
 * - rows of the first generation drawn again with replacement: of all its rows, also where fewer of them are compared.
 * The p-value is the larger of both; so is the expected number.
 * @param first, later kinds of each row, each below `kinds`; a kind counts once in a row, rows without a kind take no part
 * @param kinds a bound on the numbers of kinds; 4 bytes each
 * @returns undefined where a generation has no row with a kind
 * @throws RangeError for a kind that is not below `kinds`
 * As many rows as the smaller generation has are drawn of the other; fewer of both beyond 2,000,000 occurrences. Beyond 8,000,000
 * of the first generation it is so many that its rows are drawn again from: then they are so many more than those compared that
 * it is about as a fresh draw.
 * O(occurrences + permutations · (rows + kinds / 32)).
 */
export function tailLoss(
  first: TokenColumn,
  later: TokenColumn,
  kinds: number,
  { seed, checkpoint }: CompareOptions,
): TailLoss | undefined {
  const random = createRandom(seed);
  const files = [first, later];
  const share = MOST_OCCURRENCES / (first.values.length + later.values.length);
  const smaller = Math.min(...files.map((file) => rowsWithKinds(file).length));
  const rows = Math.ceil(smaller * Math.min(1, share));
  if (smaller === 0) return undefined;
  const draw = (of: number, size: number) => sampleIndexes(of, size, drawSeed(random));
  const compared: Uint32Array[] = [];
  const pooled = poolKinds(
    [first, later, ...(restOf(first, rows) > 0 ? [first] : [])],
    kinds,
    (ofFile) => {
      if (compared.length === 2) return drawOthers(ofFile, compared[0]!, restOf(first, rows), draw);
      const chosen = draw(ofFile, rows);
      compared.push(chosen);
      return chosen;
    },
    true,
  );
  const inAll = rowsOfKinds(pooled, [0, 2 * rows]);
  const inFirst = rowsOfKinds(pooled, [0, rows]);
  const drawnFrom = rows + (pooled.rowsOfFile[2] ?? 0);
  const inDrawnFrom =
    drawnFrom === rows ? inFirst : rowsOfKinds(pooled, [0, rows], [2 * rows, rows + drawnFrom]);
  const observed = countObserved(inFirst, inAll);
  const order = Uint32Array.from({ length: 2 * rows }, (_, row) => row);
  // A kind of which no row is in the second half has all its rows in the first.
  const divided = goneInDraws(inAll, inAll, 2 * rows, (mark) => {
    checkpoint?.();
    drawFirst(order, rows, random);
    for (let at = rows; at < 2 * rows; at++) mark(order[at]!);
  });
  const drawnAgain = goneInDraws(inDrawnFrom, inFirst, drawnFrom, (mark) => {
    checkpoint?.();
    for (let at = 0; at < rows; at++) mark(Math.floor(random() * drawnFrom));
  });
  const present = [...CLASSES.keys()].filter((place) => observed.kinds[place]! > 0);
  const tests = present.map((place) => {
    const ways = [divided, drawnAgain].map((gone) =>
      permutationTest(observed.gone[place]!, gone[place]!),
    );
    return {
      expected: Math.max(...ways.map(({ expected }) => expected)),
      pValue: Math.max(...ways.map(({ pValue }) => pValue)),
    };
  });
  const adjusted = holmAdjusted(tests.map(({ pValue }) => pValue));
  const classes = present.map((place, at): RarityClass => {
    const next = CLASSES[place + 1];
    return {
      fewestRows: CLASSES[place]!,
      ...(next !== undefined && { mostRows: next - 1 }),
      kinds: observed.kinds[place]!,
      gone: observed.gone[place]!,
      expectedGone: tests[at]!.expected,
      adjustedPValue: adjusted[at]!,
    };
  });
  return { classes, pValue: Math.min(...adjusted), rows };
}

/** The rows that have each kind: rows[ends[kind]] … rows[ends[kind + 1] − 1]. */
interface RowsOfKinds {
  readonly rows: Uint32Array;
  readonly ends: Uint32Array;
}

/** How many rows of the first generation are drawn from besides those that are compared. */
function restOf(first: TokenColumn, rows: number): number {
  const all = rowsWithKinds(first).length;
  return Math.max(0, Math.ceil(all * Math.min(1, MOST_DRAWN_FROM / first.values.length)) - rows);
}

/** So many of the rows that are not among the given ones, all ascending. */
function drawOthers(
  rows: number,
  taken: Uint32Array,
  size: number,
  draw: (of: number, size: number) => Uint32Array,
): Uint32Array {
  const isTaken = new Uint8Array(rows);
  for (const row of taken) isTaken[row] = 1;
  const others = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => isTaken[row] === 0,
  );
  return draw(others.length, size).map((at) => others[at]!);
}

/** Of the rows of some stretches, each from its first up to but without its end, numbered through. */
function rowsOfKinds(
  { values, offsets, totals }: PooledKinds,
  ...stretches: readonly (readonly [from: number, end: number])[]
): RowsOfKinds {
  const ends = new Uint32Array(totals.length + 1);
  for (const [from, end] of stretches) {
    for (let i = offsets[from]!; i < offsets[end]!; i++) ends[values[i]! + 1]!++;
  }
  for (let kind = 0; kind < totals.length; kind++) ends[kind + 1]! += ends[kind]!;
  const filled = ends.slice();
  const rows = new Uint32Array(ends[totals.length]!);
  let number = 0;
  for (const [from, end] of stretches) {
    for (let row = from; row < end; row++, number++) {
      for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
        rows[filled[values[i]!]!++] = number;
      }
    }
  }
  return { rows, ends };
}

/** Kinds of the first rows by class, and those of them that have no other row. */
function countObserved(inFirst: RowsOfKinds, inAll: RowsOfKinds) {
  const kinds = CLASSES.map(() => 0);
  const gone = CLASSES.map(() => 0);
  for (let kind = 0; kind + 1 < inFirst.ends.length; kind++) {
    const count = inFirst.ends[kind + 1]! - inFirst.ends[kind]!;
    if (count === 0) continue;
    const place = classOf(count);
    kinds[place]!++;
    if (inAll.ends[kind + 1]! - inAll.ends[kind]! === count) gone[place]!++;
  }
  return { kinds, gone };
}

/** Draws that are looked at together, each as one bit of a number. */
const DRAWS_AT_ONCE = 32;

/**
 * For each class the kinds none of whose rows is there, in so many draws.
 * @param ranked whose numbers of rows tell the classes; kinds without a row there take no part
 * @param rows how many rows there are
 * @param draw marks the rows that are there in the next draw
 */
function goneInDraws(
  of: RowsOfKinds,
  ranked: RowsOfKinds,
  rows: number,
  draw: (mark: (row: number) => void) => void,
): Float64Array[] {
  const gone = CLASSES.map(() => new Float64Array(PERMUTATIONS));
  /** For each row the draws in which it is there. */
  const drawsOfRow = new Int32Array(rows);
  for (let first = 0; first < PERMUTATIONS; first += DRAWS_AT_ONCE) {
    const draws = Math.min(DRAWS_AT_ONCE, PERMUTATIONS - first);
    drawsOfRow.fill(0);
    for (let bit = 0; bit < draws; bit++) draw((row) => (drawsOfRow[row]! |= 1 << bit));
    countGone(of, ranked, drawsOfRow, -1 >>> (DRAWS_AT_ONCE - draws)).forEach((digits, place) => {
      for (let bit = 0; bit < draws; bit++) gone[place]![first + bit] = numberOf(digits, bit);
    });
  }
  return gone;
}

/**
 * For each class, and for each draw, the kinds none of whose rows is there. Most kinds are in all draws after a few rows.
 * @returns for each class the binary digits of the numbers, lowest first, each with one bit for each draw: so one addition
 * counts a kind in all draws
 */
function countGone(
  { rows, ends }: RowsOfKinds,
  { ends: rankedEnds }: RowsOfKinds,
  drawsOfRow: Int32Array,
  allDraws: number,
): Int32Array[] {
  const gone = CLASSES.map(() => new Int32Array(32));
  for (let kind = 0; kind + 1 < ends.length; kind++) {
    const end = ends[kind + 1]!;
    let at = ends[kind]!;
    const count = rankedEnds[kind + 1]! - rankedEnds[kind]!;
    let without = count === 0 ? 0 : allDraws;
    while (at < end && without !== 0) without &= ~drawsOfRow[rows[at++]!]!;
    if (without === 0) continue;
    const digits = gone[classOf(count)]!;
    for (let place = 0, carry = without; carry !== 0; place++) {
      const digit = digits[place]!;
      digits[place] = digit ^ carry;
      carry &= digit;
    }
  }
  return gone;
}

const numberOf = (digits: Int32Array, bit: number): number =>
  digits.reduce((sum, digit, place) => sum + ((digit >>> bit) & 1) * 2 ** place, 0);

/** The class of kinds that so many rows have. */
function classOf(rows: number): number {
  let place = CLASSES.length - 1;
  while (CLASSES[place]! > rows) place--;
  return place;
}
