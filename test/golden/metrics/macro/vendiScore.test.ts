import { expect, test } from 'vitest';
import { addGram } from '../../../../src/metrics/macro/gram.ts';
import { meanCosineDistance } from '../../../../src/metrics/macro/meanCosineDistance.ts';
import { vendiScore } from '../../../../src/metrics/macro/vendiScore.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import values from './numpyValues.json' with { type: 'json' };

test('the README of vertaix/Vendi-Score: six numbers in three places, e^−|a−b|', () => {
  const samples = [0, 0, 10, 10, 20, 20];
  const kernel = samples.flatMap((a) => samples.map((b) => Math.exp(-Math.abs(a - b))));
  expect(vendiScore(Float64Array.from(kernel), 6)).toBeCloseTo(2.9999, 3);
});

// Order 1 is printed in the README; the others were computed from its kernel with numpy.
test.each([
  [1, 2.1573],
  [0.5, 2.4203],
  [2, 1.9481],
  [Infinity, 1.5789],
])('the README of vertaix/Vendi-Score: its 3 × 3 kernel at order %d', (order, expected) => {
  const kernel = Float64Array.of(1, 0.9, 0, 0.9, 1, 0, 0, 0, 1);
  expect(vendiScore(kernel, 3, order)).toBeCloseTo(expected, 4);
});

test.each(values.vendiScores)(
  'numpy: seven rows through their Gram matrix, order %s',
  (order, expected) => {
    const gram = new Float64Array(16 * 16);
    addGram(matrixOf(values.rows), 0, 7, gram);
    const score = vendiScore(gram, 16, order === 'infinity' ? Infinity : Number(order))!;
    // addGram rounds unit rows to 12 bits. The rank of the Gram matrix, which small orders weigh most, grows by it.
    expect(score / Number(expected)).toBeCloseTo(1, order === 0.5 ? 2 : 3);
  },
);

test('numpy: mean cosine distance over all pairs', () => {
  expect(meanCosineDistance(matrixOf(values.rows))).toBeCloseTo(values.meanCosineDistance, 6);
});
