import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTopics } from '../../../../src/metrics/macro/topics.ts';
import { clusteredRows, matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

const files = fc.record({
  clusters: fc.integer({ min: 1, max: 9 }),
  rowsEach: fc.integer({ min: 12, max: 40 }),
  spread: fc.double({ min: 0.1, max: 0.7, noNaN: true }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});
const topicsOf = (rows: readonly (readonly number[])[]) => findTopics(matrixOf(rows)).topicOfRow;

/** Adjusted Rand index (Hubert & Arabie 1985): 1 for the same grouping, about 0 for unrelated ones. */
function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairsWithin = (keys: readonly string[]): number => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const rows = Array.from(a);
  const both = pairsWithin(rows.map((group, row) => `${group} ${b[row]!}`));
  const [inA, inB] = [rows, Array.from(b)].map((groups) => pairsWithin(groups.map(String)));
  const expected = (inA! * inB!) / ((rows.length * (rows.length - 1)) / 2);
  const most = (inA! + inB!) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

test('rows in another order have the same topics', () => {
  fc.assert(
    fc.property(files, fc.integer(), ({ clusters, rowsEach, spread, seed }, shuffle) => {
      const rows = clusteredRows(clusters, rowsEach, spread, seed);
      const order = shuffled(rows.length, shuffle);
      const straight = topicsOf(rows);
      const moved = topicsOf(order.map((row) => rows[row]!));
      const expected = order.map((row) => straight[row]!);
      expect(adjustedRandIndex(expected, moved)).toBe(1);
      // The same rows are left without a topic, too.
      expect([...moved].map((topic) => topic < 0)).toEqual(expected.map((topic) => topic < 0));
    }),
    { numRuns: 25 },
  );
});

test('of groups well apart, without a twentieth of the rows, the others have nearly the same topics', () => {
  // With one cluster the index is 0 as soon as a single row is without a topic.
  const several = files.filter(({ clusters, spread }) => clusters >= 3 && spread <= 0.4);
  fc.assert(
    fc.property(several, fc.nat(19), ({ clusters, rowsEach, spread, seed }, left) => {
      const rows = clusteredRows(clusters, rowsEach, spread, seed);
      const isKept = (_: unknown, row: number): boolean => row % 20 !== left;
      const index = adjustedRandIndex(topicsOf(rows).filter(isKept), topicsOf(rows.filter(isKept)));
      expect(index).toBeGreaterThan(0.8);
    }),
    { numRuns: 25 },
  );
});
