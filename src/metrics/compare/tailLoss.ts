import { drawFirst } from '../stats/drawFirst.ts';
import { holmAdjusted } from '../stats/holmAdjusted.ts';
import { createRandom, drawSeed } from '../stats/random.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';
import { filledRows } from '../text/filledRows.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { CompareOptions } from './compareOptions.ts';
import { goneInDraws } from './goneInDraws.ts';
import { permutationTest } from './permutationTest.ts';
import { poolKinds, type PooledKinds } from './poolKinds.ts';
import { RARITY_CLASSES, rarityClassOf } from './rarityClasses.ts';
import { rowsOfKinds, type RowsOfKinds } from './rowsOfKinds.ts';

/** Kinds that are about equally rare in the first generation. */
export interface RarityClass {
  /** Rows of the first generation that have such a kind; the last class has no most. */
  readonly fewestRows: number;
  readonly mostRows?: number;
  /**
   * Kinds of the first generation in the class, those that the later one does not have, and how many it would not have without
   * loss, at most all.
   */
  readonly kinds: number;
  readonly gone: number;
  readonly expectedGone: number;
  /** Probability of so many gone, or more, without loss, corrected for the number of classes (Holm), 0–1. */
  readonly adjustedPValue: number;
}

export interface TailLoss {
  /** Rarest kinds first; classes without a kind are left out. */
  readonly classes: readonly RarityClass[];
  /** The smallest of the classes' p-values: at most 0.05 in at most 5 % of pairs without loss. */
  readonly pValue: number;
  /** Rows of each generation that were compared. */
  readonly rows: number;
}

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
 * As many rows as the smaller generation has are drawn of the other; fewer of both beyond 2,000,000 occurrences. Where the
 * first generation has more than 8,000,000, rows are drawn again from a part of it with so many: then they are so many more
 * than those compared that it is about as a fresh draw.
 * O(occurrences + permutations · (rows + kinds / 32)).
 */
export function tailLoss(
  first: TokenColumn,
  later: TokenColumn,
  kinds: number,
  { seed, checkpoint }: CompareOptions,
): TailLoss | undefined {
  const random = createRandom(seed);
  const draw: Draw = (of, size) => sampleIndexes(of, size, drawSeed(random));
  const share = MOST_OCCURRENCES / (first.values.length + later.values.length);
  const smaller = Math.min(filledRows(first).length, filledRows(later).length);
  if (smaller === 0) return undefined;
  const rows = Math.ceil(smaller * Math.min(1, share));
  const pooled = poolGenerations(first, later, kinds, rows, draw);
  const inAll = rowsOfKinds(pooled, [0, 2 * rows]);
  const inFirst = rowsOfKinds(pooled, [0, rows]);
  const drawnFrom = rows + (pooled.rowsOfFile[2] ?? 0);
  const inDrawnFrom =
    drawnFrom === rows ? inFirst : rowsOfKinds(pooled, [0, rows], [2 * rows, rows + drawnFrom]);
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
  const classes = testClasses(countObserved(inFirst, inAll), [divided, drawnAgain]);
  return { classes, pValue: Math.min(...classes.map((one) => one.adjustedPValue)), rows };
}

/** So many of some things, as their numbers, ascending. */
type Draw = (of: number, size: number) => Uint32Array;

/**
 * The rows compared, first and later ones, and behind them further ones of the first generation
 * from which it is drawn again.
 */
function poolGenerations(
  first: TokenColumn,
  later: TokenColumn,
  kinds: number,
  rows: number,
  draw: Draw,
): PooledKinds {
  const further = furtherRows(first, rows);
  const compared: Uint32Array[] = [];
  const choose = (ofFile: number): Uint32Array => {
    if (compared.length === 2) return drawOthers(ofFile, compared[0]!, further, draw);
    const chosen = draw(ofFile, rows);
    compared.push(chosen);
    return chosen;
  };
  return poolKinds([first, later, ...(further > 0 ? [first] : [])], kinds, choose, true);
}

/** How many rows of the first generation are drawn from besides those that are compared. */
function furtherRows(first: TokenColumn, rows: number): number {
  const all = filledRows(first).length;
  return Math.max(0, Math.ceil(all * Math.min(1, MOST_DRAWN_FROM / first.values.length)) - rows);
}

/** So many of the rows that are not among the given ones, all ascending. */
function drawOthers(rows: number, taken: Uint32Array, size: number, draw: Draw): Uint32Array {
  const isTaken = new Uint8Array(rows);
  for (const row of taken) isTaken[row] = 1;
  const others = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => isTaken[row] === 0,
  );
  return draw(others.length, size).map((at) => others[at]!);
}

/** Kinds of the first rows by class, and those of them that have no other row. */
function countObserved(inFirst: RowsOfKinds, inAll: RowsOfKinds) {
  const kinds = RARITY_CLASSES.map(() => 0);
  const gone = RARITY_CLASSES.map(() => 0);
  for (let kind = 0; kind + 1 < inFirst.ends.length; kind++) {
    const count = inFirst.ends[kind + 1]! - inFirst.ends[kind]!;
    if (count === 0) continue;
    const place = rarityClassOf(count);
    kinds[place]!++;
    if (inAll.ends[kind + 1]! - inAll.ends[kind]! === count) gone[place]!++;
  }
  return { kinds, gone };
}

/**
 * @param ways for each way of a loss without cause, what is gone of each class in its draws; the
 *   least surprising way counts
 */
function testClasses(
  { kinds, gone }: ReturnType<typeof countObserved>,
  ways: readonly (readonly Float64Array[])[],
): RarityClass[] {
  const present = [...RARITY_CLASSES.keys()].filter((place) => kinds[place]! > 0);
  const tests = present.map((place) => {
    const ofWays = ways.map((drawn) => permutationTest(gone[place]!, drawn[place]!));
    return {
      expected: Math.max(...ofWays.map(({ expected }) => expected)),
      pValue: Math.max(...ofWays.map(({ pValue }) => pValue)),
    };
  });
  const adjusted = holmAdjusted(tests.map(({ pValue }) => pValue));
  return present.map((place, at) => {
    const next = RARITY_CLASSES[place + 1];
    return {
      fewestRows: RARITY_CLASSES[place]!,
      ...(next !== undefined && { mostRows: next - 1 }),
      kinds: kinds[place]!,
      gone: gone[place]!,
      // Divided anew, the rows of a later generation with more rare kinds leave more of them gone than the first one has.
      expectedGone: Math.min(kinds[place]!, tests[at]!.expected),
      adjustedPValue: adjusted[at]!,
    };
  });
}
