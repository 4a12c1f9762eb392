import { expect, it } from 'vitest';
import { chaoUnseen } from '../../../../src/metrics/stats/chaoUnseen.ts';

it('tells no sign where no kind is in one unit only', () => {
  expect(chaoUnseen(0, 0, 5)).toBe(0);
  expect(chaoUnseen(0, 3, 5)).toBe(0);
});
