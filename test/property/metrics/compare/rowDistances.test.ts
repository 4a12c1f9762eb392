import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mauve } from '../../../../src/metrics/compare/mauve.ts';
import { mauveOfRows } from '../../../../src/metrics/compare/mauveOfRows.ts';
import { outsideRows } from '../../../../src/metrics/compare/outsideRows.ts';
import { maximumMeanDiscrepancy } from '../../../../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { unitPoints } from '../../../../src/metrics/compare/points.ts';
import { precisionRecallDensityCoverage } from '../../../../src/metrics/compare/precisionRecallDensityCoverage.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { clusteredRows, matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

/** Rows of one source; the first clusters come first. */
const source = clusteredRows(8, 100, 0.6);
const order = shuffled(source.length, 1);
const drawn = (from: number, to: number) =>
  matrixOf(order.slice(from, to).map((row) => source[row]!));
const narrow = matrixOf(source.slice(0, 200));
const seeded = { seed: 1 };

describe('precisionRecallDensityCoverage', () => {
  const figuresOf = (real: typeof narrow, generated: typeof narrow, k?: number) =>
    precisionRecallDensityCoverage(unitPoints(real), unitPoints(generated), k);

  it('without a shift is about 1 and the expected coverage; narrower rows are precise and cover little', () => {
    const same = figuresOf(drawn(0, 400), drawn(400, 800))!;
    expect(Math.abs(same.density - 1)).toBeLessThan(0.15);
    expect(Math.abs(same.coverage - same.expectedCoverage)).toBeLessThan(0.04);
    expect(same.precision).toBeGreaterThan(0.85);
    expect(same.recall).toBeGreaterThan(0.85);
    const less = figuresOf(drawn(0, 200), narrow)!;
    expect(less.precision).toBeGreaterThan(0.85);
    expect(less.coverage).toBeLessThan(0.4);
    // What is precision of the one is recall of the other.
    expect(figuresOf(narrow, drawn(0, 200))!.recall).toBe(less.precision);
  });

  it('does not depend on the order of rows', () => {
    const one = figuresOf(matrixOf(source.slice(0, 90)), matrixOf(source.slice(90, 150)));
    const other = figuresOf(
      matrixOf(source.slice(0, 90).reverse()),
      matrixOf(source.slice(90, 150).reverse()),
    );
    expect(other).toEqual(one);
  });

  it('of a file and itself is 1 throughout', () => {
    const same = figuresOf(drawn(0, 100), drawn(0, 100))!;
    expect([same.precision, same.recall, same.coverage]).toEqual([1, 1, 1]);
    // In each ball: its own row, and all but the last of its nearest.
    expect(same.density).toBeCloseTo(1, 12);
  });

  it('has empty balls where more than k rows are one, and is undefined for k rows', () => {
    const copies = matrixOf(Array.from({ length: 20 }, () => source[0]!));
    expect(figuresOf(copies, copies)).toMatchObject({ precision: 0, coverage: 0, density: 0 });
    expect(figuresOf(drawn(0, 5), drawn(5, 50))).toBeUndefined();
    expect(figuresOf(drawn(0, 6), drawn(6, 50))).toBeDefined();
  });

  it('refuses balls that reach to no row', () => {
    expect(() => figuresOf(narrow, narrow, 0)).toThrow(RangeError);
  });
});

describe('maximumMeanDiscrepancy', () => {
  it('without a shift has a p-value ≤ 0.1 in a tenth of the cases', { tags: 'slow' }, () => {
    let alarms = 0;
    for (let seed = 0; seed < 200; seed++) {
      const rows = shuffled(source.length, 1_000 + 31 * seed).map((row) => source[row]!);
      const found = maximumMeanDiscrepancy(
        matrixOf(rows.slice(0, 40)),
        matrixOf(rows.slice(40, 130)),
        { seed: 70_000 + seed },
      )!;
      if (found.pValue <= 0.1) alarms++;
    }
    // 20 expected; outside of these bounds once in a thousand times.
    expect(alarms).toBeGreaterThan(7);
    expect(alarms).toBeLessThan(36);
  });

  it('sees a shift, from either side', () => {
    const found = maximumMeanDiscrepancy(drawn(0, 100), narrow, seeded)!;
    expect(found.pValue).toBe(1 / 200);
    expect(found.rows).toEqual({ dataset: 100, reference: 200 });
    const back = maximumMeanDiscrepancy(narrow, drawn(0, 100), seeded)!;
    expect(back.discrepancy).toBeCloseTo(found.discrepancy, 6);
  });

  it('is 0 for equal rows, and undefined for one', () => {
    const copies = matrixOf(Array.from({ length: 20 }, () => source[0]!));
    const found = maximumMeanDiscrepancy(copies, copies, seeded)!;
    expect(found.discrepancy).toBeCloseTo(0, 9);
    expect(found.pValue).toBe(1);
    expect(maximumMeanDiscrepancy(drawn(0, 1), narrow, seeded)).toBeUndefined();
    expect(maximumMeanDiscrepancy(matrixOf([], 32), narrow, seeded)).toBeUndefined();
  });

  it('refuses other dimensions', () => {
    const other = matrixOf(clusteredRows(2, 5, 0.5, 1, 16));
    expect(() => maximumMeanDiscrepancy(other, narrow, seeded)).toThrow(RangeError);
  });
});

describe('mauve', () => {
  const counts = fc.array(fc.nat(50), { minLength: 6, maxLength: 6 });

  it('is symmetric, in 0 … 1, and 1 for equal shares', () =>
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const value = mauve(a, b);
        const isEmpty = [a, b].some((bins) => bins.every((count) => count === 0));
        expect(value === undefined).toBe(isEmpty);
        if (value === undefined) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(mauve(b, a)).toBeCloseTo(value, 10);
        expect(mauve(a.toReversed(), b.toReversed())).toBeCloseTo(value, 10);
        expect(
          mauve(
            a,
            a.map((count) => 3 * count),
          ),
        ).toBeCloseTo(1, 10);
      }),
    ));

  it('of rows is what is expected without a shift, and lower with one', () => {
    const same = mauveOfRows(drawn(0, 400), drawn(400, 800), seeded)!;
    expect(Math.abs(same.mauve - same.expected)).toBeLessThan(0.05);
    expect(same).toMatchObject({ bins: 40, rows: { dataset: 400, reference: 400 } });
    const less = mauveOfRows(narrow, drawn(0, 400), seeded)!;
    expect(less.mauve).toBeLessThan(less.expected / 2);
    expect(mauveOfRows(narrow, drawn(0, 400), seeded)).toEqual(less);
    expect(mauveOfRows(narrow, drawn(0, 14), seeded)).toBeUndefined();
    expect(() => mauve([1], [1, 2])).toThrow(RangeError);
  });
});

type Place = readonly [x: number, y: number, z: number];

describe('outsideRows', () => {
  it.each([10, 20, 60, 200])(
    'of one source has the share outside that it expects, beside %i rows',
    (others) => {
      const random = createRandom(others);
      const place = (): Place => [random(), random(), random()];
      const nearest = ([x, y, z]: Place, places: readonly Place[], skipped = -1) => {
        let least = Infinity;
        for (let other = 0; other < places.length; other++) {
          if (other === skipped) continue;
          const [otherX, otherY, otherZ] = places[other]!;
          const squared = (x - otherX) ** 2 + (y - otherY) ** 2 + (z - otherZ) ** 2;
          if (squared < least) least = squared;
        }
        return Math.sqrt(least);
      };
      const RUNS = 200;
      const found = Array.from({ length: RUNS }, () => {
        const theirs = Array.from({ length: others }, place);
        return outsideRows(
          Float32Array.from({ length: 30 }, () => nearest(place(), theirs)),
          Float32Array.from(theirs, (row, at) => nearest(row, theirs, at)),
        )!;
      });
      const share = found.reduce((sum, { outside }) => sum + outside / 30, 0) / RUNS;
      // Shares of one run vary about as much as they are large.
      const { expectedShare } = found[0]!;
      expect(Math.abs(share - expectedShare)).toBeLessThan((4 * expectedShare) / Math.sqrt(RUNS));
    },
  );
});
