import { describe, expect, it } from 'vitest';
import { distinctNgramShares } from '../../../../src/metrics/micro/distinctNgrams.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const column = (values: Uint32Array, ...offsets: number[]) => ({
  values,
  offsets: Uint32Array.from(offsets),
});

/** Distinct-1, -2, … of one column. */
const sharesOf = (values: Uint32Array, offsets: number[], longest: number) =>
  distinctNgramShares([column(values, ...offsets)], longest).map(({ together }) => together);

describe('distinctNgramShares', () => {
  it('counts no n-gram across two rows', () => {
    // Rows 1 2 | 1 2: one bigram twice. Across the border there would be 2 1 as well.
    expect(sharesOf(Uint32Array.of(1, 2, 1, 2), [0, 2, 4], 2)).toEqual([0.5, 0.5]);
  });

  it('returns undefined where no row is long enough', () => {
    expect(sharesOf(Uint32Array.of(1, 2), [0, 1, 2], 3)).toEqual([1, undefined, undefined]);
    expect(sharesOf(new Uint32Array(0), [0], 1)).toEqual([undefined]);
  });

  it('counts the token 0 like any other', () => {
    expect(sharesOf(new Uint32Array(4), [0, 4], 4)).toEqual([1 / 4, 1 / 3, 1 / 2, 1]);
  });

  it('tells n-grams of the same tokens in another order', () => {
    expect(sharesOf(Uint32Array.of(1, 2, 3, 3, 2, 1), [0, 3, 6], 3)).toEqual([0.5, 1, 1]);
  });

  it('has shares of columns without rows, and of no column', () => {
    const rows = column(Uint32Array.of(5, 5), 0, 2);
    expect(distinctNgramShares([column(new Uint32Array(0), 0), rows], 1)).toEqual([
      { each: [undefined, 0.5], together: 0.5 },
    ]);
    expect(distinctNgramShares([], 1)).toEqual([{ each: [], together: undefined }]);
  });

  it('counts more n-grams than one pass holds, also of one first token', () => {
    // After a row of 2²⁰ + 1 zeros, which are a pass of their own, 0 … 2¹⁸ − 1 four times over, and then 0.
    const zeros = (1 << 20) + 1;
    const length = (1 << 20) + 1;
    const values = new Uint32Array(zeros + length);
    for (let at = 0; at < length; at++) values[zeros + at] = at & 0x3ffff;
    const types = 1 << 18;
    const expected = [types / (zeros + length), (types + 1) / (zeros + length - 2)];
    expect(sharesOf(values, [0, zeros, values.length], 2)).toEqual(expected);
  });

  it('throws RangeError for n-grams of no tokens', () => {
    expect(() => sharesOf(new Uint32Array(0), [0], 0)).toThrow(RangeError);
    expect(() => sharesOf(new Uint32Array(0), [0], 1.5)).toThrow(RangeError);
  });

  it('counts a group of n-grams that is larger than a pass, in two columns', () => {
    // The first token of most n-grams is 0, and none of the 27 trigrams of three tokens is missing.
    const count = 1_500_000;
    const random = createRandom(1);
    const tokens = () =>
      Uint32Array.from({ length: count }, () => Math.max(0, Math.floor(24 * random()) - 21));
    const columns = [column(tokens(), 0, count), column(tokens(), 0, count)];
    const [ones, pairs, triples] = distinctNgramShares(columns, 3);
    expect(ones).toEqual({ each: [3 / count, 3 / count], together: 3 / (2 * count) });
    expect(pairs!.together).toBe(9 / (2 * (count - 1)));
    expect(triples).toEqual({
      each: [27 / (count - 2), 27 / (count - 2)],
      together: 27 / (2 * (count - 2)),
    });
  });
});
