import { describe, expect, it } from 'vitest';
import { lengthDistribution } from '../../../../src/metrics/micro/lengthDistribution.ts';

describe('lengthDistribution', () => {
  it('returns undefined if there are no rows', () => {
    expect(lengthDistribution(new Uint32Array(0))).toBeUndefined();
  });

  it('interpolates quartiles between rows, and leaves its input as it was', () => {
    // NumPy: np.percentile([1, 2, 3, 4], [25, 50, 75]) gives 1.75, 2.5, 3.25.
    const lengths = Uint32Array.of(4, 1, 3, 2);
    expect(lengthDistribution(lengths)).toMatchObject({
      ...{ min: 1, q1: 1.75, median: 2.5, q3: 3.25, max: 4, mean: 2.5 },
    });
    expect([...lengths]).toEqual([4, 1, 3, 2]);
  });

  it('has bins between powers of 2^¼, rounded up to whole tokens', () => {
    // 2^(k/4) for k = 0 … 16: 1, 1.19, 1.41, 1.68, 2, 2.38, 2.83, 3.36, 4, 4.76, 5.66, 6.73, 8, 9.5, 11.3, 13.5, 16
    const lengths = Uint32Array.from({ length: 15 }, (_, at) => at + 1);
    const { histogram } = lengthDistribution(lengths)!;
    expect(histogram.map(({ from }) => from)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14]);
    expect(histogram.map(({ rows }) => rows)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('runs from the shortest row to the longest, with empty bins in between', () => {
    const { histogram } = lengthDistribution(Uint32Array.of(8, 15, 8))!;
    expect(histogram).toEqual([
      { from: 8, to: 10, rows: 2 },
      { from: 10, to: 12, rows: 0 },
      { from: 12, to: 14, rows: 0 },
      { from: 14, to: 16, rows: 1 },
    ]);
  });

  it('holds the longest row when its length is an edge', () => {
    const { histogram } = lengthDistribution(Uint32Array.of(16))!;
    expect(histogram).toEqual([{ from: 16, to: 20, rows: 1 }]);
  });

  it('takes a row of ten million tokens', () => {
    const { histogram } = lengthDistribution(Uint32Array.of(1, 10_000_000))!;
    expect(histogram.length).toBeLessThan(100);
    expect(histogram.at(-1)!.rows).toBe(1);
  });

  it('throws RangeError for a row without tokens', () => {
    expect(() => lengthDistribution(Uint32Array.of(3, 0))).toThrow(RangeError);
  });
});
