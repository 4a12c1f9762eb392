import { describe, expect, it } from 'vitest';
import { sampleIndexes } from '../../../../src/metrics/stats/sampleIndexes.ts';

describe('sampleIndexes', () => {
  it('takes all indexes when the sample is as large as the whole', () => {
    expect([...sampleIndexes(3, 10, 1)]).toEqual([0, 1, 2]);
    expect([...sampleIndexes(0, 10, 1)]).toEqual([]);
  });

  it('takes the wanted number of distinct indexes, ascending, and the same ones for the same seed', () => {
    const sample = sampleIndexes(10_000, 500, 7);
    expect(sample).toHaveLength(500);
    expect([...new Set(sample)].sort((a, b) => a - b)).toEqual([...sample]);
    expect(sampleIndexes(10_000, 500, 7)).toEqual(sample);
    expect(sampleIndexes(10_000, 500, 8)).not.toEqual(sample);
  });

  it('takes every index equally often over many seeds', () => {
    const times = new Uint32Array(20);
    for (let seed = 0; seed < 4000; seed++) {
      for (const index of sampleIndexes(20, 5, seed)) times[index]!++;
    }
    // Each count is binomial with mean 1,000 and standard deviation 27; five of them bound all twenty.
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});
