import { expect, test } from 'vitest';
import { meanCosineDistance } from '../../../../src/metrics/macro/meanCosineDistance.ts';
import { matrixOf } from '../embed/matrixOf.ts';

/** A row with the given first entries. */
function row(...entries: number[]): number[] {
  return [...entries, ...new Array<number>(16 - entries.length).fill(0)];
}

test('opposite rows are at distance 2, equal ones at 0, rows at a right angle at 1', () => {
  expect(meanCosineDistance(matrixOf([row(3, 4), row(-6, -8)]))).toBeCloseTo(2, 6);
  expect(meanCosineDistance(matrixOf([row(3, 4), row(3, 4)]))).toBeCloseTo(0, 6);
  expect(meanCosineDistance(matrixOf([row(5, 0), row(0, 9)]))).toBeCloseTo(1, 6);
});

test('it is undefined for fewer than two rows with a meaning', () => {
  expect(meanCosineDistance(matrixOf([]))).toBeUndefined();
  expect(meanCosineDistance(matrixOf([row(1), row(0)]))).toBeUndefined();
});
