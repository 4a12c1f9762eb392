import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTridiagonal, tridiagonalize } from '../../../../src/metrics/macro/tridiagonal.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

/** Some rows are empty but for the diagonal, where there is nothing to reflect. */
function symmetric(n: number, magnitude: number, emptyShare: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const isEmpty = random() < emptyShare;
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = isEmpty && j < i ? 0 : (2 * random() - 1) * magnitude;
    }
  }
  return matrix;
}

test('the compiled reduction equals its plain twin bit for bit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(1e-160, 1, 1e150),
      fc.constantFrom(0, 0.3, 1),
      fc.integer(),
      (n, magnitude, emptyShare, seed) => {
        const matrix = symmetric(n, magnitude, emptyShare, seed);
        const before = matrix.slice();
        expect(tridiagonalize(matrix, n)).toEqual(plainTridiagonal(matrix, n));
        expect(matrix).toEqual(before);
      },
    ),
  );
});

test('it can be stopped before any row', () => {
  const matrix = symmetric(20, 1, 0, 1);
  let rows = 0;
  tridiagonalize(matrix, 20, () => rows++);
  expect(rows).toBe(19);
  expect(() =>
    tridiagonalize(matrix, 20, () => {
      if (--rows < 5) throw new Error('stopped');
    }),
  ).toThrow('stopped');
});
