import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDistinctRows } from '../../../../src/metrics/embed/distinctRows.ts';
import { neighbourDensities } from '../../../../src/metrics/macro/neighbourDensities.ts';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { novelSelect } from '../../../../src/metrics/select/novelSelect.ts';
import { clusteredRows, matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import { allRows } from '../../../unit/metrics/select/kindsOf.ts';

test('each row picked is the most novel of those left, all distances sorted anew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 5 }), (seed, kept) => {
      const matrix = matrixOf(clusteredRows(4, 12, 0.7, seed, 16));
      const { rows } = matrix;
      const cosines = pairwiseCosines(matrix);
      const { firstEqualRow } = findDistinctRows(matrix, 1);
      const chosen = allRows(kept);
      const candidates = allRows(rows).subarray(kept);
      const size = 20;
      const picks = novelSelect(cosines, rows, firstEqualRow, { candidates, chosen, size });

      const density = neighbourDensities(cosines, rows, firstEqualRow, 10).map(Math.sqrt);
      const so = [...chosen];
      const noveltyOf = (row: number) =>
        so
          .map((other) => (1 - cosines[other * rows + row]!) * (density[row]! + density[other]!))
          .sort((a, b) => a - b)
          .reduce((sum, distance, rank) => sum + distance / (rank + 1), 0) / so.length;
      picks.rows.forEach((row, at) => {
        if (so.length > 0) {
          const best = Math.max(
            ...[...candidates].filter((other) => !so.includes(other)).map(noveltyOf),
          );
          expect(picks.gains[at]).toBeCloseTo(best, 6);
          expect(noveltyOf(row)).toBeCloseTo(best, 6);
        }
        so.push(row);
      });
      expect(new Set(picks.rows).size).toBe(size);
    }),
    { numRuns: 20 },
  );
});

test('beyond 256 chosen rows the nearest 256 count', () => {
  const matrix = matrixOf(clusteredRows(10, 40, 0.7, 3, 16));
  const { rows } = matrix;
  const cosines = pairwiseCosines(matrix);
  const { firstEqualRow } = findDistinctRows(matrix, 1);
  const chosen = allRows(300);
  const candidates = allRows(rows).subarray(300);
  const picks = novelSelect(cosines, rows, firstEqualRow, { candidates, chosen, size: 1 });
  const density = neighbourDensities(cosines, rows, firstEqualRow, 10).map(Math.sqrt);
  const row = picks.rows[0]!;
  const nearest = [...chosen]
    .map((other) =>
      firstEqualRow[other] === firstEqualRow[row]
        ? 0
        : (1 - cosines[other * rows + row]!) * (density[row]! + density[other]!),
    )
    .sort((a, b) => a - b)
    .slice(0, 256);
  const novelty = nearest.reduce((sum, distance, rank) => sum + distance / (rank + 1), 0) / 300;
  expect(picks.gains[0]).toBeCloseTo(novelty, 6);
});
