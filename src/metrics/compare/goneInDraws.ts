import { PERMUTATIONS } from './permutationTest.ts';
import { RARITY_CLASSES, rarityClassOf } from './rarityClasses.ts';
import type { RowsOfKinds } from './rowsOfKinds.ts';

/** Draws that are looked at together, each as one bit of a number. */
const DRAWS_AT_ONCE = 32;

/**
 * How many kinds of each class of rarity are gone by chance: those none of whose rows is there, draw by draw.
 * @param ranked whose numbers of rows tell the classes; kinds without a row there take no part
 * @param rows how many rows there are
 * @param draw marks the rows that are there in the next draw
 * @returns for each of RARITY_CLASSES [PERMUTATIONS] kinds
 * O(PERMUTATIONS · (marks + kinds / 32)) where most kinds are in all draws after a few rows.
 */
export function goneInDraws(
  of: RowsOfKinds,
  ranked: RowsOfKinds,
  rows: number,
  draw: (mark: (row: number) => void) => void,
): Float64Array[] {
  const gone = RARITY_CLASSES.map(() => new Float64Array(PERMUTATIONS));
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
  const gone = RARITY_CLASSES.map(() => new Int32Array(32));
  for (let kind = 0; kind + 1 < ends.length; kind++) {
    const end = ends[kind + 1]!;
    let at = ends[kind]!;
    const count = rankedEnds[kind + 1]! - rankedEnds[kind]!;
    let without = count === 0 ? 0 : allDraws;
    while (at < end && without !== 0) without &= ~drawsOfRow[rows[at++]!]!;
    if (without === 0) continue;
    const digits = gone[rarityClassOf(count)]!;
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
