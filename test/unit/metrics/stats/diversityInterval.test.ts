import { expect, test } from 'vitest';
import { diversityInterval, STUDENT_95 } from '../../../../src/metrics/stats/diversityInterval.ts';
import { DEVIATION_GROUPS } from '../../../../src/metrics/stats/entropyDeviations.ts';
import { centralReach } from '../../../../src/metrics/stats/studentT.ts';

test('the reach of an interval is that of as many groups as a standard error is told from', () => {
  expect(STUDENT_95).toBe(centralReach(DEVIATION_GROUPS - 1, 0.95));
});

test('an interval has the figure in it, begins at one kind at the lowest and ends at the most that there may be', () => {
  const deviation = {
    logDeviation: Math.log(2) / STUDENT_95,
    degreesOfFreedom: DEVIATION_GROUPS - 1,
  };
  const expectBetween = (
    { low, high }: { low: number; high: number },
    from: number,
    to: number,
  ) => {
    expect(low).toBeCloseTo(from, 12);
    expect(high).toBeCloseTo(to, 12);
  };
  expectBetween(diversityInterval(8, deviation), 4, 16);
  expectBetween(diversityInterval(1.5, deviation), 1, 3);
  expectBetween(diversityInterval(8, deviation, 10), 4, 10);
  expectBetween(diversityInterval(8, deviation, 7), 4, 8);
  // On average a row has half a kind: half of the rows have none.
  expectBetween(diversityInterval(0.5, deviation), 0.5, 1);
});
