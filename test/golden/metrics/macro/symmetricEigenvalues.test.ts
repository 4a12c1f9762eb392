import { expect, test } from 'vitest';
import { symmetricEigenvalues } from '../../../../src/metrics/macro/symmetricEigenvalues.ts';
import values from './numpyValues.json' with { type: 'json' };

test('numpy.linalg.eigvalsh on an 8 × 8 matrix', () => {
  const eigenvalues = symmetricEigenvalues(Float64Array.from(values.symmetric), 8);
  values.eigenvalues.forEach((expected, i) => {
    expect(eigenvalues[i]).toBeCloseTo(expected, 11);
  });
});

test('the second difference matrix of order n: 2 − 2 cos(kπ / (n + 1))', () => {
  const n = 60;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 2;
    if (i > 0) matrix[i * n + i - 1] = -1;
  }
  const eigenvalues = symmetricEigenvalues(matrix, n);
  for (let k = 1; k <= n; k++) {
    expect(eigenvalues[k - 1]).toBeCloseTo(2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 12);
  }
});
