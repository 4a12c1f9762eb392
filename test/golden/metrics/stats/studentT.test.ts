import { expect, test } from 'vitest';
import {
  centralReach,
  studentTCdf,
  studentTLogDensity,
} from '../../../../src/metrics/stats/studentT.ts';
import values from '../experiments/linearModels.json' with { type: 'json' };

const { t, df, cdf, logDensity } = values.t;

test.each(t.map((x, i) => ({ x, df: df[i]!, cdf: cdf[i]!, logDensity: logDensity[i]! })))(
  'agrees with R at $x with $df degrees of freedom',
  ({ x, df: degreesOfFreedom, cdf: expected, logDensity: expectedLog }) => {
    const distribution = { location: 3, scale: 2, degreesOfFreedom };
    expect(studentTCdf(distribution, 3 + 2 * x) / expected - 1).toBeCloseTo(0, 9);
    expect(studentTLogDensity(distribution, 3 + 2 * x) + Math.log(2)).toBeCloseTo(expectedLog, 9);
  },
);

test('agrees with R on how far the middle reaches', () => {
  for (const [i, degreesOfFreedom] of values.reach.df.entries()) {
    expect(centralReach(degreesOfFreedom, 0.68)).toBeCloseTo(values.reach.at68[i]!, 10);
    expect(centralReach(degreesOfFreedom, 0.95)).toBeCloseTo(values.reach.at95[i]!, 9);
  }
});

test('a distribution without spread is all on its location', () => {
  const point = { location: 1, scale: 0, degreesOfFreedom: 3 };
  expect([0, 1, 2].map((x) => studentTCdf(point, x))).toEqual([0, 0.5, 1]);
});

test('refuses what is no distribution and no share', () => {
  expect(() => studentTCdf({ location: 0, scale: 1, degreesOfFreedom: 0 }, 1)).toThrow(RangeError);
  for (const share of [0, 1, NaN]) expect(() => centralReach(3, share)).toThrow(RangeError);
});
