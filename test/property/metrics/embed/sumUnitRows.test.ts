import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumPlainUnitRows, sumUnitRows } from '../../../../src/metrics/embed/sumUnitRows.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';

test('the compiled sums of unit rows equal their plain twin bit for bit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }).map((n) => 16 * n),
      // More rows than are added in one call, now and then.
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 250, max: 600 })),
      fc.integer({ min: 1, max: 9 }),
      fc.integer(),
      (dimensions, count, groups, seed) => {
        const random = createRandom(seed);
        // One row in ten has no meaning.
        const matrix = matrixOf(
          Array.from({ length: 100 }, (_, row) =>
            Array.from({ length: dimensions }, () =>
              row % 10 === 0 ? 0 : Math.round(254 * random() - 127),
            ),
          ),
        );
        const rows = Uint32Array.from({ length: count }, () => 100 * random());
        const groupOfRow = Int32Array.from(rows, () => Math.floor((groups + 1) * random()) - 1);
        const compiled = sumUnitRows(matrix, rows, groupOfRow, groups);
        expect(compiled).toEqual(sumPlainUnitRows(matrix, rows, groupOfRow, groups));
      },
    ),
  );
});

test('rows without a group add nothing, and a group without rows is zero', () => {
  const entries = Array.from({ length: 16 }, (_, k) => (k === 3 ? -5 : 0));
  const { sums, squaredLengths } = sumUnitRows(
    matrixOf([entries, entries]),
    Uint32Array.of(0, 1),
    [2, -1],
    3,
  );
  const expected = new Float64Array(3 * 16);
  expected[2 * 16 + 3] = -1;
  sums.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 6));
  expect(squaredLengths).toBeCloseTo(1, 6);
});
