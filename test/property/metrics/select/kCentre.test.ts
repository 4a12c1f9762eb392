import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { kCentre } from '../../../../src/metrics/select/kCentre.ts';
import { clusteredRows, matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import { allRows } from '../../../unit/metrics/select/kindsOf.ts';

const files = fc.record({
  rows: fc.integer({ min: 2, max: 10 }),
  size: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});
const none = new Uint32Array(0);

/** The farthest that a row is from its nearest chosen one, as a chord. */
function radius(cosines: Float32Array, rows: number, chosen: ArrayLike<number>): number {
  const nearest = Array.from({ length: rows }, (_, row) =>
    Math.max(...Array.from(chosen, (other) => cosines[row * rows + other]!)),
  );
  return Math.sqrt(Math.max(0, 2 - 2 * Math.min(...nearest)));
}

test('leaves no row farther than twice what the best choice leaves', () => {
  fc.assert(
    fc.property(files, ({ rows, size, seed }) => {
      const cosines = pairwiseCosines(matrixOf(clusteredRows(2, 5, 0.9, seed, 16).slice(0, rows)));
      const choices = Array.from({ length: 2 ** rows }, (_, bits) =>
        Array.from(allRows(rows)).filter((row) => (bits >> row) & 1),
      ).filter((choice) => choice.length === Math.min(size, rows));
      const best = Math.min(...choices.map((choice) => radius(cosines, rows, choice)));
      const picks = kCentre(cosines, rows, { candidates: allRows(rows), chosen: none, size });
      // Cosines have the precision of 32 bits; a chord of copies is up to √(2 · 10⁻⁷) long.
      expect(radius(cosines, rows, picks.rows)).toBeLessThanOrEqual(2 * best + 1e-3);
      picks.gains.forEach((gain, at) => {
        if (at > 0) expect(gain).toBeLessThanOrEqual(picks.gains[at - 1]!);
      });
    }),
  );
});

test('keeps away from the rows that are chosen already', () => {
  const cosines = pairwiseCosines(
    matrixOf(
      [
        [9, 0, 0, 0],
        [9, 1, 0, 0],
        [0, 0, 9, 0],
      ].map(pad),
    ),
  );
  const request = { candidates: Uint32Array.of(1, 2), chosen: Uint32Array.of(0), size: 1 };
  expect([...kCentre(cosines, 3, request).rows]).toEqual([2]);
});

const pad = (row: number[]) => [...row, ...Array.from({ length: 12 }, () => 0)];
