import { expect, test } from 'vitest';
import { countLogCount, countLogCountLoss } from '../../../../src/metrics/stats/countLogCount.ts';

test('n ln n and what one less makes of it, within the tables and beyond', () => {
  expect([0, 1].map(countLogCount)).toEqual([0, 0]);
  for (const count of [1, 2, 3, 100, 4095, 4096, 4097, 1_000_000]) {
    expect(countLogCount(count)).toBe(count * Math.log(count));
    expect(countLogCountLoss(count)).toBe(countLogCount(count - 1) - countLogCount(count));
  }
});
