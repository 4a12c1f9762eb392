import type { EqualSets } from './fuzzyJoinEqualSets.ts';

/** Which of two files have a set, as bits: a pair goes across if both bits are in the two together. */
export const BOTH_SIDES = 3;

/**
 * Which of two files, whose rows stand one after the other, have the set that each row stands for.
 * @param secondFile the first row of the second file
 * @returns [rows] 1, 2 or 3 = both, for the first row of every set; of the other rows their own file
 * O(rows).
 */
export function sidesOfSets(
  { groups }: Pick<EqualSets, 'groups'>,
  rows: number,
  secondFile: number,
): Uint8Array {
  const sides = new Uint8Array(rows).fill(1);
  sides.fill(2, secondFile);
  for (const [first, ...others] of groups) {
    for (const row of others) sides[first!]! |= row < secondFile ? 1 : 2;
  }
  return sides;
}
