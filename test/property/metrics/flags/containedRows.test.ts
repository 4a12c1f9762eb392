import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTAINER_RATIO, containedRows } from '../../../../src/metrics/flags/containedRows.ts';
import { distinctSets } from '../../../../src/metrics/flags/distinctSets.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';
import { columnOfSets, type TokenSets } from '../../../support/tokenSets.ts';

const keyOf = (set: readonly number[]) => [...set].sort((a, b) => a - b).join(' ');

/** Rows of which enough is in another, each with its best holder: by the definition, set by set. */
function byBruteForce(sets: TokenSets, threshold: number, minSize: number): string[] {
  const firstOf = new Map<string, number>();
  sets.forEach((set, row) => {
    if (!firstOf.has(keyOf(set))) firstOf.set(keyOf(set), row);
  });
  const rows = [...firstOf.values()];
  return rows.flatMap((row) => {
    const set = sets[row]!;
    if (set.length < minSize) return [];
    let best: { inRow: number; share: number } | undefined;
    for (const inRow of rows) {
      const other = sets[inRow]!;
      if (inRow === row || other.length < CONTAINER_RATIO * set.length) continue;
      const share = set.filter((value) => other.includes(value)).length / set.length;
      if (share >= threshold && (!best || share > best.share)) best = { inRow, share };
    }
    return best ? [`${row} in ${best.inRow}: ${best.share}`] : [];
  });
}

const value = fc.nat({ max: 60 }).map((n) => mixBits(n + 1));
const anySet = fc.uniqueArray(value, { maxLength: 12 });
// A long set and parts of it, some with a value more or less.
const family = fc
  .tuple(
    fc.uniqueArray(value, { minLength: 8, maxLength: 40 }),
    fc.array(fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 12 }), anySet), {
      maxLength: 5,
    }),
  )
  .map(([long, parts]) => [
    ...parts.map(([start, length, others]) => [
      ...new Set([...long.slice(start, start + length), ...others.slice(0, 1)]),
    ]),
    long,
  ]);
const someSets = fc
  .tuple(fc.array(anySet, { maxLength: 8 }), fc.array(family, { maxLength: 3 }))
  .map(([random, families]) => [...random, ...families.flat()]);
const someThreshold = fc.oneof(
  fc.constantFrom(0.5, 2 / 3, 0.75, 0.8, 0.9, 1),
  fc.double({ min: 0.2, max: 1, noNaN: true }),
);

describe('containedRows', () => {
  it('finds exactly the rows that comparing all rows finds, each in the row that holds most of it', () => {
    fc.assert(
      fc.property(
        someSets,
        someThreshold,
        fc.integer({ min: 1, max: 6 }),
        (sets, threshold, minSize) => {
          const distinct = distinctSets(columnOfSets(sets), Math.min(threshold, 0.5));
          const { rows, inRows, containment, complete } = containedRows(distinct, {
            threshold,
            minSize,
          });
          expect(complete).toBe(true);
          expect(
            Array.from(rows, (row, at) => `${row} in ${inRows[at]}: ${containment[at]}`),
          ).toEqual(byBruteForce(sets, threshold, minSize));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
