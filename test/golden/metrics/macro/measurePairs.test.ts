import { expect, test } from 'vitest';
import { dcScore } from '../../../../src/metrics/macro/dcScore.ts';
import { measurePairs } from '../../../../src/metrics/macro/measurePairs.ts';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import values from './pairValues.json' with { type: 'json' };

const matrix = matrixOf(values.rows);
const figures = measurePairs(matrix, 1)!;

test('UmeanNever/NovelSum: thirty rows, two pairs of copies among them', () => {
  expect(figures.novelSum.densityWeighted).toBeCloseTo(values.densityWeighted, 6);
  expect(figures.novelSum.proximityWeighted).toBeCloseTo(values.proximityWeighted, 6);
});

test.each(values.dcScores)('BlueWhaleLab/DCScore at τ = %d', (temperature, expected) => {
  expect(dcScore(pairwiseCosines(matrix), matrix.rows, temperature)).toBeCloseTo(expected, 4);
});

test('numpy: mean distance to the nearest other row', () => {
  expect(figures.meanNearestDistance).toBeCloseTo(values.meanNearestDistance, 6);
});

test('rows that all have a copy: the nearest row is at 0, not nearly so', () => {
  expect(measurePairs(matrixOf([...values.rows, ...values.rows]), 1)!.meanNearestDistance).toBe(0);
});
