import { expect, test } from 'vitest';
import { poissonTail } from '../../../../src/metrics/stats/poissonTail.ts';
import values from './scipyValues.json' with { type: 'json' };

test.each(values.poissonTails)('agrees with scipy at $count of $mean', ({ count, mean, tail }) => {
  expect(Math.abs(poissonTail(count, mean) / tail - 1)).toBeLessThan(1e-9);
});

test('refuses what is no count or no mean', () => {
  for (const [count, mean] of [
    [-1, 1],
    [0.5, 1],
    [1, 0],
    [1, NaN],
  ] as const)
    expect(() => poissonTail(count, mean)).toThrow(RangeError);
});
