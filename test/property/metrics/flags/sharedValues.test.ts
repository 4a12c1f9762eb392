import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitAt, sharedValues } from '../../../../src/metrics/flags/sharedValues.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';
import { columnOfSets, type TokenSets } from '../../../support/tokenSets.ts';

/** For each value of the sets whether a set that is looked at shares it with another. */
function byBruteForce(sets: TokenSets, rows: readonly number[]): boolean[] {
  return sets.flatMap((set, row) =>
    set.map(
      (value) =>
        rows.includes(row) && rows.some((other) => other !== row && sets[other]!.includes(value)),
    ),
  );
}

function marksOf(sets: TokenSets, rows: readonly number[], blockValues?: number): boolean[] {
  const column = columnOfSets(sets);
  const marks = sharedValues(column, Uint32Array.from(rows), blockValues);
  return Array.from(column.values.keys(), (index) => bitAt(marks, index) === 1);
}

const sorted = (sets: number[][]) => sets.map((set) => set.sort((a, b) => a - b));
const setsOf = (value: fc.Arbitrary<number>) =>
  fc.array(fc.uniqueArray(value, { maxLength: 12 }), { maxLength: 20 }).map(sorted);
/** Values that differ in their ten highest bits: of these no two share a counter. */
const apart = setsOf(fc.nat({ max: 60 }).map((n) => ((n * 17) << 22) >>> 0));
const hashed = setsOf(fc.nat({ max: 60 }).map((n) => mixBits(n + 1)));
const withRows = (sets: fc.Arbitrary<number[][]>) =>
  sets.chain((some) => fc.tuple(fc.constant(some), fc.subarray([...some.keys()])));

describe('sharedValues', () => {
  it('marks the values that more than one of the rows has', () => {
    fc.assert(
      fc.property(withRows(apart), ([sets, rows]) => {
        expect(marksOf(sets, rows)).toEqual(byBruteForce(sets, rows));
      }),
    );
  });

  it('misses no shared value of any sets', () => {
    fc.assert(
      fc.property(withRows(hashed), ([sets, rows]) => {
        const marks = marksOf(sets, rows);
        byBruteForce(sets, rows).forEach((isShared, index) => {
          if (isShared) expect(marks[index]).toBe(true);
        });
      }),
    );
  });

  it('marks the same whatever the size of its blocks', () => {
    fc.assert(
      fc.property(withRows(hashed), fc.integer({ min: 1, max: 40 }), ([sets, rows], size) => {
        expect(marksOf(sets, rows, size)).toEqual(marksOf(sets, rows));
      }),
    );
  });
});
