import { expect, test } from 'vitest';
import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import {
  exactNeighboursOf,
  NEIGHBOURS,
  neighboursOfRows,
} from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { clusteredRows, matrixOf } from './matrixOf.ts';

/** The definition: all cosines, sorted. */
function bruteForce(matrix: EmbeddingMatrix, row: number): number[] {
  const vector = (i: number) =>
    matrix.values.subarray(i * matrix.dimensions, (i + 1) * matrix.dimensions);
  const dot = (i: number) => vector(row).reduce((sum, value, k) => sum + value * vector(i)[k]!, 0);
  return Array.from({ length: matrix.rows }, (_, i) => i)
    .filter((i) => i !== row)
    .sort((a, b) => dot(b) * matrix.inverseNorms[b]! - dot(a) * matrix.inverseNorms[a]! || a - b)
    .slice(0, NEIGHBOURS);
}

const neighboursOf = (matrix: EmbeddingMatrix, from = 0, to = matrix.rows) =>
  neighboursOfRows(prepareNeighbours(matrix, 1), matrix, from, to);

test('the neighbours of a small file are the true ones, most similar first', () => {
  const matrix = matrixOf(clusteredRows(6, 50, 0.5));
  const { rows, similarities } = neighboursOf(matrix);
  for (let row = 0; row < matrix.rows; row += 7) {
    const found = [...rows.subarray(row * NEIGHBOURS, (row + 1) * NEIGHBOURS)];
    expect(found).toEqual(bruteForce(matrix, row));
  }
  expect(similarities[0]!).toBeGreaterThanOrEqual(similarities[9]!);
  expect(similarities[0]!).toBeLessThanOrEqual(1 + 1e-6);
});

test('slices of rows give what all rows give at once', () => {
  const matrix = matrixOf(clusteredRows(4, 40, 0.5));
  const whole = neighboursOf(matrix);
  const parts = [neighboursOf(matrix, 0, 37), neighboursOf(matrix, 37, 160)];
  expect(parts.flatMap(({ rows }) => [...rows])).toEqual([...whole.rows]);
  expect(parts.flatMap((part) => [...part.similarities])).toEqual([...whole.similarities]);
});

test('copies are not neighbours of each other and have the same neighbours', () => {
  const matrix = matrixOf([
    [10, 0, 0, 0, 0, 0, 0, 0],
    [10, 0, 0, 0, 0, 0, 0, 0],
    [9, 1, 0, 0, 0, 0, 0, 0],
    [0, 0, 10, 0, 0, 0, 0, 0],
  ]);
  const { rows } = neighboursOf(matrix);
  expect([...rows.subarray(0, 3)]).toEqual([2, 3, -1]);
  expect([...rows.subarray(10, 13)]).toEqual([2, 3, -1]);
  expect([...rows.subarray(20, 23)]).toEqual([0, 3, -1]);
});

test('a row without a meaning has no neighbours and is none', () => {
  const matrix = matrixOf([
    [0, 0, 0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0, 0, 0],
    [1, 1, 0, 0, 0, 0, 0, 0],
  ]);
  const { rows, similarities } = neighboursOf(matrix);
  expect([...rows.subarray(0, 10)]).toEqual(Array(10).fill(-1));
  expect([...rows.subarray(10, 12)]).toEqual([2, -1]);
  expect(similarities[0]).toBe(0);
});

test('an empty matrix has an index and no neighbours', () => {
  expect(neighboursOf(matrixOf([])).rows).toHaveLength(0);
});

test(
  'above 8,192 different rows as many lists are searched as find 95 % of the neighbours',
  { tags: 'slow' },
  () => {
    const matrix = matrixOf(clusteredRows(90, 100, 0.5, 3, 16));
    const index = prepareNeighbours(matrix, 1);
    expect(index.centres.rows).toBe(95);
    expect(index.recall!.sampledRows).toBe(256);
    expect(index.recall!.recall).toBeGreaterThanOrEqual(0.95);
    const sample = Uint32Array.from({ length: 300 }, (_, i) => 30 * i);
    const exact = exactNeighboursOf(index, matrix, sample);
    const found = neighboursOfRows(index, matrix, 0, matrix.rows);
    const hits = exact.rows.filter((neighbour, at) => {
      const row = sample[Math.floor(at / NEIGHBOURS)]!;
      return found.rows.subarray(row * NEIGHBOURS, (row + 1) * NEIGHBOURS).includes(neighbour);
    });
    // A share of 95 % of 3,000 has a standard error of .4 %; that of the sample is .5 %.
    expect(hits.length / exact.rows.length).toBeGreaterThan(0.93);
    expect([...exact.rows.subarray(10, 20)]).toEqual(bruteForce(matrix, 30));
  },
);

test('rows without structure: no more than 16 lists are searched, and the recall says so', () => {
  const random = createRandom(5);
  const rows = Array.from({ length: 8_300 }, () =>
    Array.from({ length: 16 }, () => Math.round(254 * random() - 127)),
  );
  const { probes, recall } = prepareNeighbours(matrixOf(rows), 1);
  expect(probes).toBe(16);
  expect(recall!.recall).toBeLessThan(0.95);
});

test('an exact search has no recall to tell', () => {
  const matrix = matrixOf(clusteredRows(2, 20, 0.5));
  expect(prepareNeighbours(matrix, 1)).not.toHaveProperty('recall');
});
