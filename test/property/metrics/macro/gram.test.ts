import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addGram } from '../../../../src/metrics/macro/gram.ts';
import { symmetricEigenvalues } from '../../../../src/metrics/macro/symmetricEigenvalues.ts';
import { vendiScores } from '../../../../src/metrics/macro/vendiScores.ts';
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
