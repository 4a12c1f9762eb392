import { describe, expect, it } from 'vitest';
import { distinctNgramShare } from '../../../../src/metrics/micro/distinctNgrams.ts';

const column = (values: Uint32Array, ...offsets: number[]) => ({
  values,
  offsets: Uint32Array.from(offsets),
});

describe('distinctNgramShare', () => {
  it('counts no n-gram across two rows', () => {
    // Rows 1 2 | 1 2: one bigram twice. Across the border there would be 2 1 as well.
    expect(distinctNgramShare(column(Uint32Array.of(1, 2, 1, 2), 0, 2, 4), 2)).toBe(0.5);
  });

  it('returns undefined where no row is long enough', () => {
    expect(distinctNgramShare(column(Uint32Array.of(1, 2), 0, 1, 2), 2)).toBeUndefined();
    expect(distinctNgramShare(column(new Uint32Array(0), 0), 1)).toBeUndefined();
  });

  it('counts the token 0 like any other', () => {
    expect(distinctNgramShare(column(new Uint32Array(4), 0, 4), 1)).toBe(1 / 4);
    expect(distinctNgramShare(column(new Uint32Array(4), 0, 4), 2)).toBe(1 / 3);
  });

  it('tells n-grams of the same tokens in another order', () => {
    expect(distinctNgramShare(column(Uint32Array.of(1, 2, 3, 3, 2, 1), 0, 3, 6), 3)).toBe(1);
  });

  it('counts more n-grams than one pass holds', { tags: 'slow' }, () => {
    // 0 … 2²⁰ − 1, nine times over: 2²⁰ types among 9 · 2²⁰ tokens, in two passes and three buffers.
    const values = new Uint32Array(9 << 20).map((_, at) => at & 0xfffff);
    const share = distinctNgramShare(column(values, 0, values.length), 1);
    expect(share).toBe(1 / 9);
  });

  it('throws RangeError for n-grams of no tokens', () => {
    expect(() => distinctNgramShare(column(new Uint32Array(0), 0), 0)).toThrow(RangeError);
  });
});
