import { expect, it } from 'vitest';
import { holmAdjusted } from '../../../../src/metrics/stats/holmAdjusted.ts';

it('gives what p.adjust of R gives', () => {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") and p.adjust(c(0.5, 0.5, 1), "holm")
  expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holmAdjusted([0.5, 0.5, 1])).toEqual([1, 1, 1]);
  expect(holmAdjusted([])).toEqual([]);
});
