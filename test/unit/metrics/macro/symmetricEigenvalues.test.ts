import { expect, test } from 'vitest';
import { symmetricEigenvalues } from '../../../../src/metrics/macro/symmetricEigenvalues.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const eigenvalues = (...entries: number[]) => [
  ...symmetricEigenvalues(Float64Array.from(entries), Math.sqrt(entries.length)),
];

test('a diagonal matrix has its diagonal, ascending', () => {
  expect(eigenvalues(3, 0, 0, 0, -1, 0, 0, 0, 2)).toEqual([-1, 2, 3]);
});

test('only the lower triangle is read', () => {
  expect(eigenvalues(2, 99, 1, 2)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
});

test('the zero matrix and the empty one are no special case', () => {
  expect(eigenvalues(0, 0, 0, 0)).toEqual([0, 0]);
  expect(eigenvalues()).toEqual([]);
  expect(eigenvalues(5)).toEqual([5]);
});

test('multiple eigenvalues are found as often as they are there', () => {
  const n = 40;
  // Ones everywhere: rank 1.
  const found = symmetricEigenvalues(new Float64Array(n * n).fill(1), n);
  expect(found[n - 1]).toBeCloseTo(n, 10);
  expect(Math.max(...found.subarray(0, n - 1).map(Math.abs))).toBeLessThan(1e-12);
});

test('equal rows of any number are of rank 1, though rounding leaves numbers below the least normal one', () => {
  for (const similarity of [0.1, 0.7, 1, 1.0000000555488138]) {
    for (const n of [20, 100, 130, 200, 300]) {
      const found = symmetricEigenvalues(new Float64Array(n * n).fill(similarity), n);
      expect(found[n - 1]! / (n * similarity)).toBeCloseTo(1, 12);
      expect(Math.max(...found.subarray(0, n - 1).map(Math.abs))).toBeLessThan(1e-10);
    }
  }
});

test('copies of two rows have two eigenvalues that are not zero, told by their numbers and their cosine', () => {
  const random = createRandom(7);
  for (let run = 0; run < 60; run++) {
    const n = 150 + Math.floor(random() * 200);
    const cosine = Math.fround(2 * random() - 1);
    const kindOf = Uint8Array.from({ length: n }, () => (random() < 0.7 ? 0 : 1));
    const matrix = Float64Array.from({ length: n * n }, (_, at) =>
      kindOf[Math.floor(at / n)] === kindOf[at % n] ? 1 : cosine,
    );
    const found = symmetricEigenvalues(matrix, n);
    // Of a rows of one kind and b of the other: the roots of x² − (a + b) x + a b (1 − cosine²).
    const b = kindOf.reduce((sum, kind) => sum + kind, 0);
    const root = Math.sqrt(n * n - 4 * (n - b) * b * (1 - cosine ** 2));
    expect(found[n - 1]).toBeCloseTo((n + root) / 2, 9);
    expect(found[n - 2]).toBeCloseTo((n - root) / 2, 9);
    expect(Math.max(...found.subarray(0, n - 2).map(Math.abs))).toBeLessThan(1e-10);
  }
});

test('very large and very small entries do not over- or underflow', () => {
  expect(eigenvalues(0, 1e200, 1e200, 1e200, 0, 1e200, 1e200, 1e200, 0)[2]! / 2e200).toBeCloseTo(1);
  expect(
    eigenvalues(0, 1e-200, 1e-200, 1e-200, 0, 1e-200, 1e-200, 1e-200, 0)[2]! / 2e-200,
  ).toBeCloseTo(1);
});

test('what is not finite, not square or too large is refused', () => {
  expect(() => eigenvalues(1e308, 1e308, 1e308, 1e308)).not.toThrow();
  const huge = new Float64Array(16).fill(1e308);
  expect(() => symmetricEigenvalues(huge, 4)).toThrow('overflow');
  expect(() => eigenvalues(1, NaN, NaN, 1)).toThrow('expected finite');
  expect(() => symmetricEigenvalues(new Float64Array(5), 2)).toThrow(
    'got 5 entries, expected n² = 4',
  );
});
