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

  it('throws RangeError for no rows', () => {
    expect(() => midBand([], 0)).toThrow(RangeError);
  });
});
