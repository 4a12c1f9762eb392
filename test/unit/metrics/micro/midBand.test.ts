import { describe, expect, it } from 'vitest';
import { midBand } from '../../../../src/metrics/micro/midBand.ts';

describe('midBand', () => {
  it('is 10 to 500 occurrences in 117,000 rows, both included', () => {
    expect(midBand([9, 10, 11, 499, 500, 501], 117_000)).toEqual({
      ...{ minCount: 10, maxCount: 500, types: 4, tokensPerRow: 1020 / 117_000 },
    });
  });

  it('rounds the lower limit up and the upper limit down', () => {
    // 10 · 7,473 / 117,000 = 0.64 and 500 · 7,473 / 117,000 = 31.94
    expect(midBand([0, 1, 31, 32], 7473)).toMatchObject({ minCount: 1, maxCount: 31, types: 2 });
    // 10 · 50,000 / 117,000 = 4.27 and 500 · 50,000 / 117,000 = 213.7
    expect(midBand([4, 5, 213, 214], 50_000)).toMatchObject({
      ...{ minCount: 5, maxCount: 213, types: 2 },
    });
  });

  it('is the count 1 where the file is too small for the band', () => {
    expect(midBand([1, 1, 2], 100)).toEqual({
      ...{ minCount: 1, maxCount: 1, types: 2, tokensPerRow: 0.02 },
    });
  });

  it('has the count 1 alone up to 467 rows, and 2 beside it from 468 on', () => {
    // 500 · 468 / 117,000 = 2; 234 rows are the fewest of which the count 1 is in the band: 500 · 234 / 117,000 = 1
    for (const [rows, maxCount] of [
      [1, 1],
      [233, 1],
      [234, 1],
      [467, 1],
      [468, 2],
    ] as const) {
      expect(midBand([1, 2, 3], rows)).toEqual({
        ...{ minCount: 1, maxCount, types: maxCount },
        tokensPerRow: (maxCount === 1 ? 1 : 3) / rows,
      });
    }
  });

  it('has the count 1 up to 11,700 rows, and not beyond', () => {
    // 10 · 11,700 / 117,000 = 1
    expect(midBand([1, 2], 11_700)).toMatchObject({ minCount: 1, maxCount: 50, types: 2 });
    expect(midBand([1, 2], 11_701)).toMatchObject({ minCount: 2, maxCount: 50, types: 1 });
  });

  it('has no token where no type is in the band', () => {
    expect(midBand([0, 501], 117_000)).toMatchObject({ types: 0, tokensPerRow: 0 });
    expect(midBand([], 1)).toMatchObject({ types: 0, tokensPerRow: 0 });
  });

  it.each([0, -1, 0.5, 10.5, NaN, Infinity])('throws RangeError for %d rows', (rows) => {
    expect(() => midBand([1], rows)).toThrow(RangeError);
    expect(() => midBand([1], rows)).toThrow(`got ${rows} rows, expected an integer ≥ 1`);
  });
});
