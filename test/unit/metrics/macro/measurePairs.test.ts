import { describe, expect, it } from 'vitest';
import { dcScore } from '../../../../src/metrics/macro/dcScore.ts';
import { measurePairs, PAIRED_ROWS } from '../../../../src/metrics/macro/measurePairs.ts';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { clusteredRows, matrixOf, shuffled } from '../embed/matrixOf.ts';

const axes = (count: number) =>
  Array.from({ length: count }, (_, axis) =>
    Array.from({ length: 16 }, (_, k) => (k === axis ? 100 : 0)),
  );

describe('measures over pairs of rows', () => {
  it('of rows at right angles: distance 1, each row told apart', () => {
    const figures = measurePairs(matrixOf(axes(5)), 1)!;
    expect(figures.rows).toBe(5);
    expect(figures.meanNearestDistance).toBeCloseTo(1, 6);
    expect(figures.dcScore).toBeCloseTo(5, 2);
    // Itself at rank 1, the others at distance 1 on ranks 2 … 5.
    const weights = 1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5;
    expect(figures.novelSum.proximityWeighted).toBeCloseTo((weights - 1) / weights, 6);
    // Squared distance 2 to each neighbour: density 1/2, to the power of one half.
    expect(figures.novelSum.densityWeighted).toBeCloseTo((weights - 1) / weights / Math.SQRT2, 6);
  });

  it('of copies of one row: no distance, nothing told apart', () => {
    const figures = measurePairs(
      matrixOf(Array.from({ length: 9 }, () => [3, -90, 7, 41, 0, 0, 12, 5])),
      1,
    )!;
    expect(figures.meanNearestDistance).toBeCloseTo(0, 6);
    expect(figures.dcScore).toBeCloseTo(1, 6);
    expect(figures.novelSum).toEqual({ densityWeighted: 0, proximityWeighted: 0 });
  });

  it('leaves rows without a meaning out, and needs two with one', () => {
    const nothing = Array<number>(16).fill(0);
    expect(measurePairs(matrixOf([...axes(3), nothing]), 1)!.rows).toBe(3);
    expect(measurePairs(matrixOf([...axes(1), nothing]), 1)).toBeUndefined();
    expect(measurePairs(matrixOf([]), 1)).toBeUndefined();
  });

  it('does not depend on the order of the rows', () => {
    const rows = clusteredRows(5, 20, 0.8);
    const figures = measurePairs(matrixOf(rows), 1)!;
    const again = measurePairs(matrixOf(shuffled(100, 3).map((row) => rows[row]!)), 1)!;
    expect(again.dcScore).toBeCloseTo(figures.dcScore, 9);
    expect(again.novelSum.densityWeighted).toBeCloseTo(figures.novelSum.densityWeighted, 9);
    expect(again.meanNearestDistance).toBeCloseTo(figures.meanNearestDistance, 9);
  });

  it('compares a seeded sample of a large file, near to what all rows would give', () => {
    const rows = clusteredRows(20, 100, 1);
    const all = matrixOf(rows);
    const [one, same, other] = [1, 1, 2].map((seed) => measurePairs(all, seed)!);
    expect(one!.rows).toBe(PAIRED_ROWS);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(other!.novelSum.densityWeighted / one!.novelSum.densityWeighted).toBeCloseTo(1, 1);
  });

  it('has no more than e at τ = 1, and refuses a temperature of 0', () => {
    const cosines = pairwiseCosines(matrixOf(axes(16)));
    expect(dcScore(cosines, 16, 1)).toBeLessThan(Math.E);
    expect(() => dcScore(cosines, 16, 0)).toThrow('temperature: got 0, expected > 0');
  });
});
