import { expect, test } from 'vitest';
import { formatKinds } from '../../../src/terminal/renderStanding.ts';

test.each([
  [1, '1.0'],
  [99.94, '99.9'],
  [641.4, '641'],
  [1583.57, '1,584'],
  [1_234_567.8, '1,234,568'],
])('%f kinds are written as counts of thousands are', (kinds, written) => {
  expect(formatKinds(kinds)).toBe(written);
});
