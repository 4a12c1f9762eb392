import { expect, test } from 'vitest';
import { measureSpread } from '../../../../src/metrics/macro/measureSpread.ts';
import { clusteredRows, matrixOf } from '../embed/matrixOf.ts';

const rows = clusteredRows(6, 40, 0.45);

test('the meanings of six clusters lie far apart', () => {
  const spread = measureSpread(matrixOf(rows), 1)!;
  expect(spread.vendiScore).toBeGreaterThan(6);
  expect(spread.meanCosineDistance).toBeGreaterThan(0.5);
  expect(spread.pairs?.rows).toBe(240);
  const { half, two, infinity } = spread.vendiScoreOfOrder;
  expect(half).toBeGreaterThan(spread.vendiScore);
  expect(two).toBeLessThan(spread.vendiScore);
  expect(infinity).toBeLessThan(two);
});

test('rows without a meaning are not counted', () => {
  const withEmpty = measureSpread(matrixOf([...rows, Array<number>(32).fill(0)]), 1)!;
  expect(withEmpty.vendiScore).toBeCloseTo(measureSpread(matrixOf(rows), 1)!.vendiScore, 9);
  expect(withEmpty.pairs?.rows).toBe(240);
});

test('one row has one meaning, and what needs two rows is absent', () => {
  const spread = measureSpread(matrixOf([rows[0]!]), 1)!;
  expect(spread.vendiScore).toBeCloseTo(1, 6);
  expect(spread).not.toHaveProperty('meanCosineDistance');
  expect(spread).not.toHaveProperty('pairs');
});

test('without a row that has a meaning there is nothing to measure', () => {
  expect(measureSpread(matrixOf([]), 1)).toBeUndefined();
  expect(measureSpread(matrixOf([Array<number>(16).fill(0)]), 1)).toBeUndefined();
});

test('a checkpoint that throws ends it', () => {
  const stop = () => {
    throw new Error('stopped');
  };
  expect(() => measureSpread(matrixOf(rows), 1, stop)).toThrow('stopped');
});
