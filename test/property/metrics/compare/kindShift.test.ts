import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannonDivergence } from '../../../../src/metrics/compare/jensenShannonDivergence.ts';
import { kindShift } from '../../../../src/metrics/compare/kindShift.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import type { TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';
import { rowsOf } from '../stats/rowsOf.ts';

const KINDS = 100;

function columnOf(rows: readonly (readonly number[])[]): TokenColumn {
  const [values, offsets] = rowsOf(rows, KINDS);
  return { values, offsets };
}

/** Rows that say their few kinds over and over, as texts do. */
function wordyRows(rows: number, random: Random, kinds = KINDS): number[][] {
  return Array.from({ length: rows }, () => {
    const own = Array.from({ length: 2 }, () => Math.floor(kinds ** random()) - 1);
    return Array.from({ length: 12 }, () => own[Math.floor(2 * random())]!);
  });
}

const counts = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });

describe('jensenShannonDivergence', () => {
  it('is symmetric, in 0 … 1, and does not depend on the order of kinds or the size of a file', () =>
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 9 }), (a, b, factor) => {
        const bits = jensenShannonDivergence(a, b);
        const isEmpty = [a, b].some((table) => table.every((count) => count === 0));
        expect(bits === undefined).toBe(isEmpty);
        if (bits === undefined) return;
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(1);
        expect(jensenShannonDivergence(b, a)).toBeCloseTo(bits, 12);
        expect(jensenShannonDivergence(a.toReversed(), b.toReversed())).toBeCloseTo(bits, 12);
        const larger = a.map((count) => count * factor);
        expect(jensenShannonDivergence(larger, b)).toBeCloseTo(bits, 12);
        expect(jensenShannonDivergence(a, larger)).toBeCloseTo(0, 12);
      }),
    ));

  it('refuses tables of other kinds', () => {
    expect(() => jensenShannonDivergence([1], [1, 2])).toThrow(RangeError);
    expect(() => jensenShannonDivergence([-1], [1])).toThrow(RangeError);
  });
});

describe('kindShift', () => {
  const shiftOf = (a: number[][], b: number[][], seed = 1) =>
    kindShift(columnOf(a), columnOf(b), KINDS, { seed });

  it(
    'without a shift has a p-value ≤ 0.1 in a tenth of the cases, and expects what comes',
    { tags: 'slow' },
    () => {
      const results = Array.from({ length: 300 }, (_, seed) => {
        const random = createRandom(7_919 * seed + 13);
        return shiftOf(wordyRows(40, random), wordyRows(90, random), 500_000 + seed)!;
      });
      const alarms = results.filter(({ pValue }) => pValue <= 0.1).length;
      // 30 expected; outside of these bounds once in a thousand times.
      expect(alarms).toBeGreaterThan(13);
      expect(alarms).toBeLessThan(49);
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / 300;
      const observed = mean(results.map(({ divergenceBits }) => divergenceBits));
      expect(mean(results.map(({ expected }) => expected)) / observed).toBeCloseTo(1, 1);
    },
  );

  it('sees a shift', () => {
    const random = createRandom(1);
    const shift = shiftOf(wordyRows(60, random), wordyRows(60, random, 10))!;
    expect(shift.pValue).toBe(1 / 200);
    expect(shift.divergenceBits).toBeGreaterThan(shift.expected + 3 * shift.deviation);
    expect(shift.rows).toEqual({ dataset: 60, reference: 60 });
    expect(shift.occurrences).toEqual({ dataset: 720, reference: 720 });
  });

  it('is the divergence of the counts, whichever file is the smaller one', () => {
    const [a, b] = [
      [[0, 0, 1], [], [2]],
      [[1], [2, 2], [0], [3]],
    ];
    const expected = jensenShannonDivergence([2, 1, 1, 0], [1, 1, 2, 1])!;
    expect(shiftOf(a, b)!.divergenceBits).toBeCloseTo(expected, 14);
    expect(shiftOf(b, a)!.divergenceBits).toBeCloseTo(expected, 14);
    expect(shiftOf(a, b)!.rows).toEqual({ dataset: 2, reference: 4 });
  });

  it('is undefined without kinds, and refuses kinds beyond the bound', () => {
    expect(shiftOf([], [[1]])).toBeUndefined();
    expect(shiftOf([[1]], [[], []])).toBeUndefined();
    expect(() => shiftOf([[KINDS]], [[1]])).toThrow(RangeError);
  });

  it('gives the same for the same seed', () => {
    const rows = wordyRows(30, createRandom(5));
    expect(shiftOf(rows, rows.slice(9), 7)).toEqual(shiftOf(rows, rows.slice(9), 7));
  });
});
