import { expect, test } from 'vitest';
import { meanCosineDistance } from '../../../../src/metrics/macro/meanCosineDistance.ts';
import { matrixOf } from '../embed/matrixOf.ts';

test('opposite rows are at distance 2, equal ones at 0, rows at a right angle at 1', () => {
  expect(
    meanCosineDistance(
      matrixOf([
        [3, 4],
        [-6, -8],
      ]),
    ),
  ).toBeCloseTo(2, 6);
  expect(
    meanCosineDistance(
      matrixOf([
        [3, 4],
        [3, 4],
      ]),
    ),
  ).toBeCloseTo(0, 6);
  expect(
    meanCosineDistance(
      matrixOf([
        [5, 0],
        [0, 9],
      ]),
    ),
  ).toBeCloseTo(1, 6);
});

test('it is undefined for fewer than two rows with a meaning', () => {
  expect(meanCosineDistance(matrixOf([]))).toBeUndefined();
  expect(
    meanCosineDistance(
      matrixOf([
        [1, 0],
        [0, 0],
      ]),
    ),
  ).toBeUndefined();
});
