import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOddsRatios } from '../../../../src/metrics/compare/logOddsRatios.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const options = { most: 20 };
const useOf = (counts: readonly number[]) => ({
  counts,
  total: counts.reduce((sum, count) => sum + count, 0),
});

describe('logOddsRatios', () => {
  it('turns round when the files are exchanged', () => {
    const counts = fc.array(fc.nat(400), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const there = logOddsRatios(useOf(a), useOf(b), options);
        const back = logOddsRatios(useOf(b), useOf(a), options);
        expect(there?.overUsed.map(({ kind }) => kind)).toEqual(
          back?.underUsed.map(({ kind }) => kind),
        );
        for (const { z, logOddsRatio } of there?.overUsed ?? []) {
          expect(z).toBeGreaterThanOrEqual(there!.zLimit);
          expect(Number.isFinite(logOddsRatio)).toBe(true);
        }
      }),
    );
  });

  it('without a shift lists a kind in at most 5 % of the cases', () => {
    const draw = (random: () => number) => {
      const counts = new Array<number>(300).fill(0);
      for (let i = 0; i < 3_000; i++) counts[Math.floor(300 ** random()) - 1]!++;
      return useOf(counts);
    };
    let alarms = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const found = logOddsRatios(draw(random), draw(random), options)!;
      if (found.overUsedKinds + found.underUsedKinds > 0) alarms++;
    }
    // 10 expected at the most; 20 or more once in a thousand times.
    expect(alarms).toBeLessThan(20);
  });

  it('without a shift lists a kind in nearly 5 % of the cases where each has many rows', () => {
    const draw = (random: () => number) => {
      const counts = [0, 0, 0, 0, 0, 0];
      for (let i = 0; i < 300; i++) counts[Math.floor(6 * random())]!++;
      return useOf(counts);
    };
    let alarms = 0;
    for (let seed = 0; seed < 2000; seed++) {
      const random = createRandom(seed);
      const found = logOddsRatios(draw(random), draw(random), options)!;
      if (found.overUsedKinds + found.underUsedKinds > 0) alarms++;
    }
    expect(alarms / 2000).toBeGreaterThan(0.02);
    expect(alarms / 2000).toBeLessThan(0.06);
  });

  it('without a shift lists a rare kind no more often where one file is far larger', () => {
    const rowsWith = (rows: number, share: number, random: () => number) => {
      let count = 0;
      // As likely as a row by row draw: from one row that has it to the next.
      for (let row = skip(share, random); row <= rows; row += skip(share, random)) count++;
      return count;
    };
    let alarms = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const draw = (total: number) => ({
        counts: Array.from({ length: 300 }, (_, kind) => rowsWith(total, 0.2 / (kind + 1), random)),
        total,
      });
      const found = logOddsRatios(draw(300), draw(30_000), options)!;
      if (found.overUsedKinds + found.underUsedKinds > 0) alarms++;
    }
    expect(alarms).toBeLessThan(20);
  });

  it('keeps a kind seen a few times below one seen often', () => {
    const found = logOddsRatios(useOf([1000, 150, 5]), useOf([1000, 50, 0]), options)!;
    expect(found.overUsed[0]!.kind).toBe(1);
  });

  it('is undefined without counts, has no kind where there is one only, and refuses what cannot be', () => {
    expect(logOddsRatios(useOf([0, 0]), useOf([1, 2]), options)).toBeUndefined();
    expect(logOddsRatios(useOf([9]), useOf([5]), options)).toMatchObject({
      overUsed: [],
      underUsed: [],
    });
    expect(() => logOddsRatios(useOf([1]), useOf([1, 2]), options)).toThrow(RangeError);
    expect(() => logOddsRatios({ counts: [3], total: 2 }, useOf([1]), options)).toThrow(RangeError);
  });
});

/** Rows up to the next that has a kind of the share. */
function skip(share: number, random: () => number): number {
  return 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - share));
}
