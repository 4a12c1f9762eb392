import { expect, test } from 'vitest';
import { addGram } from '../../../../src/metrics/macro/gram.ts';
import { meanCosineDistance } from '../../../../src/metrics/macro/meanCosineDistance.ts';
import { vendiScores } from '../../../../src/metrics/macro/vendiScores.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import values from './numpyValues.json' with { type: 'json' };

test('the README of vertaix/Vendi-Score: six numbers in three places, e^−|a−b|', () => {
  const samples = [0, 0, 10, 10, 20, 20];
  const kernel = samples.flatMap((a) => samples.map((b) => Math.exp(-Math.abs(a - b))));
  expect(vendiScores(Float64Array.from(kernel), 6, [1])![0]).toBeCloseTo(2.9999, 3);
});

// Order 1 is printed in the README; the others were computed from its kernel with numpy.
test('the README of vertaix/Vendi-Score: its 3 × 3 kernel at four orders', () => {
  const kernel = Float64Array.of(1, 0.9, 0, 0.9, 1, 0, 0, 0, 1);
  const expected = [2.1573, 2.4203, 1.9481, 1.5789];
  vendiScores(kernel, 3, [1, 0.5, 2, Infinity])!.forEach((score, place) => {
    expect(score).toBeCloseTo(expected[place]!, 4);
  });
});

test.each(values.vendiScores)(
  'numpy: seven rows through their Gram matrix, order %s',
  (order, expected) => {
    const gram = new Float64Array(16 * 16);
    addGram(matrixOf(values.rows), 0, 7, gram);
    const [score] = vendiScores(gram, 16, [order === 'infinity' ? Infinity : Number(order)])!;
    // addGram rounds unit rows to 12 bits. The rank of the Gram matrix, which small orders weigh most, grows by it.
    expect(score / Number(expected)).toBeCloseTo(1, order === 0.5 ? 2 : 3);
  },
);

test('numpy: mean cosine distance over all pairs', () => {
  expect(meanCosineDistance(matrixOf(values.rows))).toBeCloseTo(values.meanCosineDistance, 6);
});
