import { describe, expect, it } from 'vitest';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { pielouEvenness } from '../../../../src/metrics/stats/pielouEvenness.ts';
import { shannonEntropyBits } from '../../../../src/metrics/stats/shannonEntropyBits.ts';

describe('hillNumbers', () => {
  it('returns undefined if nothing was counted', () => {
    expect(hillNumbers([])).toBeUndefined();
    expect(hillNumbers([0, 0])).toBeUndefined();
  });

  it('is 1 for a single kind', () => {
    expect(hillNumbers([7])).toEqual({ q0: 1, q1: 1, q2: 1 });
  });

  it('is the number of kinds where all are equally frequent', () => {
    for (const kinds of [2, 3, 7, 10, 49, 1000]) {
      const hill = hillNumbers(new Uint32Array(kinds).fill(3))!;
      expect(hill.q0).toBe(kinds);
      expect(hill.q1).toBeCloseTo(kinds, 9);
      expect(hill.q2).toBeCloseTo(kinds, 9);
      expect(hill.q1).toBeLessThanOrEqual(hill.q0);
      expect(hill.q2).toBeLessThanOrEqual(hill.q1);
    }
  });

  it('follows the definition for shares ½, ¼, ¼', () => {
    // H = 1.5 bits, so q1 = 2^1.5; Σp² = ¼ + 2/16 = 3/8, so q2 = 8/3.
    const hill = hillNumbers([2, 1, 0, 1])!;
    expect(hill.q0).toBe(3);
    expect(hill.q1).toBeCloseTo(2 ** 1.5, 12);
    expect(hill.q2).toBeCloseTo(8 / 3, 12);
  });

  it.each([-1, Number.NaN, Infinity])('throws RangeError for a count of %d', (count) => {
    expect(() => hillNumbers([1, count])).toThrow(RangeError);
  });
});

describe('shannonEntropyBits', () => {
  it('is 1.5 bits for shares ½, ¼, ¼', () => {
    expect(shannonEntropyBits([2, 1, 1])).toBeCloseTo(1.5, 12);
  });

  it('returns undefined if nothing was counted, 0 for one kind', () => {
    expect(shannonEntropyBits([0])).toBeUndefined();
    expect(shannonEntropyBits([5])).toBe(0);
  });
});

describe('pielouEvenness', () => {
  it('is the entropy over its maximum', () => {
    expect(pielouEvenness(hillNumbers([2, 1, 1])!)).toBeCloseTo(1.5 / Math.log2(3), 12);
    expect(pielouEvenness(hillNumbers([5, 5, 5])!)).toBeCloseTo(1, 12);
  });

  it('returns undefined for fewer than two kinds', () => {
    expect(pielouEvenness({ q0: 1, q1: 1, q2: 1 })).toBeUndefined();
  });
});
