import { expect, test } from 'vitest';
import { addGram } from '../../../../src/metrics/macro/gram.ts';
import { vendiScores } from '../../../../src/metrics/macro/vendiScores.ts';

test('n elements that have nothing in common count n at every order', () => {
  const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  for (const score of vendiScores(identity, 3, [0, 0.5, 1, 2, Infinity])!) {
    expect(score).toBeCloseTo(3, 10);
  }
});

test('copies count once', () => {
  for (const score of vendiScores(new Float64Array(16).fill(1), 4, [0, 1, Infinity])!) {
    expect(score).toBeCloseTo(1, 10);
  }
});

test('a kernel of no elements has no score', () => {
  expect(vendiScores(new Float64Array(4), 2, [1])).toBeUndefined();
});

test('a negative order and a Gram matrix of another size are refused', () => {
  expect(() => vendiScores(Float64Array.of(1), 1, [-1])).toThrow('order: got -1, expected ≥ 0');
  const matrix = {
    rows: 0,
    dimensions: 8,
    values: new Int8Array(0),
    inverseNorms: new Float32Array(0),
  };
  expect(() => {
    addGram(matrix, 0, 0, new Float64Array(9));
  }).toThrow('gram: got 9 entries, expected 64');
});

test('never leaves its range, whatever rounding does to equal elements', () => {
  for (let size = 2; size <= 20; size++) {
    const row = Array.from({ length: size }, (_, at) => Math.sin(size * at + 1));
    const kernel = Float64Array.from(row.flatMap((left) => row.map((right) => left * right)));
    for (const score of vendiScores(kernel, size, [0, 0.5, 1, 2, Infinity])!) {
      expect(score).toBeGreaterThanOrEqual(1);
      expect(score).toBeLessThanOrEqual(size);
    }
  }
});
