import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addGram, addPlainGram } from '../../../../src/metrics/macro/gram.ts';
import { symmetricEigenvalues } from '../../../../src/metrics/macro/symmetricEigenvalues.ts';
import { vendiScores } from '../../../../src/metrics/macro/vendiScores.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { clusteredRows, matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';

const matrices = fc
  .record({
    clusters: fc.integer({ min: 1, max: 4 }),
    each: fc.integer({ min: 1, max: 60 }),
    seed: fc.integer(),
  })
  .map(({ clusters, each, seed }) => matrixOf(clusteredRows(clusters, each, 0.5, seed)));

test('the Gram matrix does not depend on how the rows are cut into slices', () => {
  fc.assert(
    fc.property(matrices, fc.nat(), (matrix, at) => {
      const { rows, dimensions } = matrix;
      const cut = at % (rows + 1);
      const whole = new Float64Array(dimensions * dimensions);
      addGram(matrix, 0, rows, whole);
      const parts = new Float64Array(dimensions * dimensions);
      addGram(matrix, cut, rows, parts);
      addGram(matrix, 0, cut, parts);
      expect(parts).toEqual(whole);
    }),
  );
});

test('the compiled kernels equal their plain twin bit for bit', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).map((n) => 8 * n),
      fc.integer({ min: 0, max: 600 }),
      fc.nat(),
      fc.integer(),
      (dimensions, rows, from, seed) => {
        const random = createRandom(seed);
        const values = Int8Array.from({ length: rows * dimensions }, () => 255 * random() - 127);
        // Rows without a meaning among them, and one that has all its length in one column.
        if (rows > 2) values.fill(0, dimensions, 2 * dimensions);
        if (rows > 3) values.fill(0, 2 * dimensions, 3 * dimensions - 1);
        const inverseNorms = Float32Array.from({ length: rows }, (_, row) => {
          const entries = values.subarray(row * dimensions, (row + 1) * dimensions);
          const length = Math.hypot(...entries);
          return length === 0 ? 0 : 1 / length;
        });
        const matrix = { rows, dimensions, values, inverseNorms };
        const [compiled, plain] = [addGram, addPlainGram].map((add) => {
          const gram = new Float64Array(dimensions * dimensions).fill(3);
          add(matrix, from % (rows + 1), rows, gram);
          return gram;
        });
        expect(compiled).toEqual(plain);
      },
    ),
    { numRuns: 50 },
  );
});

test('eigenvalues add up to the trace', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { dimensions } = matrix;
      const gram = new Float64Array(dimensions * dimensions);
      addGram(matrix, 0, matrix.rows, gram);
      let trace = 0;
      for (let i = 0; i < dimensions; i++) trace += gram[i * (dimensions + 1)]!;
      const sum = symmetricEigenvalues(gram, dimensions).reduce((total, value) => total + value, 0);
      expect(sum / trace).toBeCloseTo(1, 10);
    }),
  );
});

test('a Vendi Score lies between 1 and the number of dimensions, and falls with its order', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { dimensions } = matrix;
      const gram = new Float64Array(dimensions * dimensions);
      addGram(matrix, 0, matrix.rows, gram);
      const scores = vendiScores(gram, dimensions, [0, 0.5, 1, 2, Infinity])!;
      expect(scores[0]).toBeLessThanOrEqual(dimensions + 1e-9);
      expect(scores.at(-1)).toBeGreaterThanOrEqual(1 - 1e-9);
      scores.slice(1).forEach((score, i) => {
        expect(score).toBeLessThanOrEqual(scores[i]! + 1e-9);
      });
    }),
  );
});

test('rounding raises the Vendi Score of nearly alike rows, that of order ½ most, within what is said of it', () => {
  const [rows, dimensions] = [600, 512];
  const random = createRandom(1);
  const directions = [0, 1, 2].map(() =>
    Array.from({ length: dimensions }, () => Math.floor(3 * random()) - 1),
  );
  const values = new Int8Array(rows * dimensions);
  const inverseNorms = new Float32Array(rows);
  const exact = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < rows; row++) {
    const most = 100 + Math.floor(27 * random());
    const rest = Math.floor((128 - most) * random());
    const weights = [most, rest, most + rest - 127];
    const entries = values.subarray(row * dimensions, (row + 1) * dimensions);
    entries.forEach((_, at) => {
      entries[at] = weights.reduce((sum, weight, of) => sum + weight * directions[of]![at]!, 0);
    });
    const length = Math.hypot(...entries);
    inverseNorms[row] = 1 / length;
    for (let a = 0; a < dimensions; a++) {
      for (let b = 0; b <= a; b++)
        exact[a * dimensions + b]! += (entries[a]! * entries[b]!) / length ** 2;
    }
  }
  const gram = new Float64Array(dimensions * dimensions);
  addGram({ rows, dimensions, values, inverseNorms }, 0, rows, gram);
  const [half, one, two] = vendiScores(gram, dimensions, [0.5, 1, 2])!;
  const [trueHalf, trueOne, trueTwo] = vendiScores(exact, dimensions, [0.5, 1, 2])!;
  expect(half / trueHalf - 1).toBeGreaterThan(1e-3);
  expect(half / trueHalf - 1).toBeLessThan(4e-2);
  expect(Math.abs(one / trueOne - 1)).toBeLessThan(4e-4);
  expect(Math.abs(two / trueTwo - 1)).toBeLessThan(4e-4);
});
