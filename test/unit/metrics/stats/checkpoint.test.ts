import { expect, test } from 'vitest';
import { kindSample } from '../../../../src/metrics/stats/kindSample.ts';
import { levelStatistics } from '../../../../src/metrics/stats/levelStatistics.ts';

test('statistics look for a cancel at every size and group', () => {
  const rows = 400;
  const values = Uint32Array.from({ length: 3 * rows }, (_, at) => (at * at) % 97);
  const offsets = Uint32Array.from({ length: rows + 1 }, (_, row) => 3 * row);
  const sample = kindSample(values, offsets, 97);
  let looks = 0;
  const figures = levelStatistics(sample, { seed: 1, commonRows: 100, checkpoint: () => looks++ })!;
  expect(looks).toBeGreaterThan(figures.curve.length + 50);
  for (const at of [1, Math.floor(looks / 2), looks]) {
    let left = at;
    const checkpoint = () => {
      if (--left === 0) throw new Error('cancelled');
    };
    expect(() => levelStatistics(sample, { seed: 1, commonRows: 100, checkpoint })).toThrow(
      'cancelled',
    );
  }
});
