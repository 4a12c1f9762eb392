import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSeriesTail } from '../../../../src/metrics/stats/logSeriesTail.ts';

test('is the sum of its terms', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 5000 }),
      (z, first) => {
        let sum = 0;
        let power = z;
        for (let r = first; power > 1e-20 * z; r++, power *= z) sum += power / r;
        expect(Math.abs(logSeriesTail(z, first) - sum)).toBeLessThanOrEqual(1e-12 * sum);
      },
    ),
  );
});

test('from the first term on is a logarithm, near 1 too', () => {
  for (const z of [0.5, 0.99999, 1 - 1e-9]) {
    expect(logSeriesTail(z, 1) / -Math.log1p(-z)).toBeCloseTo(1, 11);
  }
});

test('rejects what is out of range', () => {
  expect(logSeriesTail(0, 3)).toBe(0);
  expect(() => logSeriesTail(1, 3)).toThrow(RangeError);
  expect(() => logSeriesTail(0.5, 0)).toThrow(RangeError);
});
