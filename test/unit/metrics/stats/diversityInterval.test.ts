import { expect, test } from 'vitest';
import { STUDENT_95 } from '../../../../src/metrics/stats/diversityInterval.ts';
import { DEVIATION_GROUPS } from '../../../../src/metrics/stats/entropyDeviations.ts';
import { centralReach } from '../../../../src/metrics/stats/studentT.ts';

test('the reach of an interval is that of as many groups as a standard error is told from', () => {
  expect(STUDENT_95).toBe(centralReach(DEVIATION_GROUPS - 1, 0.95));
});
