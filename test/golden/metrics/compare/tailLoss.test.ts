import { expect, test } from 'vitest';
import { tailLoss } from '../../../../src/metrics/compare/tailLoss.ts';
import { rowsOf } from '../../../property/metrics/stats/rowsOf.ts';
import known from './tailLoss.json' with { type: 'json' };

// Values made by tailLoss.py, beside this file.
const KINDS = 200;
const DRAWS = 199;
const columnOf = (rows: number[][]) => {
  const [values, offsets] = rowsOf(rows, KINDS);
  return { values, offsets };
};

test.each(known)('kinds that are gone, and how many of them by chance', (expected) => {
  const found = tailLoss(columnOf(expected.first), columnOf(expected.later), KINDS, { seed: 1 })!;
  expect(found.rows).toBe(expected.first.length);
  const counted = ({ fewestRows, kinds, gone }: (typeof expected.classes)[number]) => ({
    fewestRows,
    kinds,
    gone,
  });
  expect(found.classes).toMatchObject(expected.classes.map(counted));
  found.classes.forEach(({ expectedGone }, at) => {
    const { expectedGone: exact, deviation } = expected.classes[at]!;
    // A mean of so many draws.
    expect(Math.abs(expectedGone - exact)).toBeLessThanOrEqual(
      (4 * deviation) / Math.sqrt(DRAWS) + 1e-6,
    );
  });
});
