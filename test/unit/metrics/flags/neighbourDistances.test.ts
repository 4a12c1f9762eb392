import { expect, test } from 'vitest';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import {
  exactDistances,
  farRows,
  neighbourDistances,
  withDistances,
} from '../../../../src/metrics/flags/neighbourDistances.ts';
import { clusteredRows, matrixOf } from '../embed/matrixOf.ts';

test('the distance is one minus the mean similarity of the neighbours there are', () => {
  const rows = new Int32Array(20).fill(-1);
  const similarities = new Float32Array(20);
  rows.set([4, 5]);
  similarities.set([0.75, 0.25]);
  expect(neighbourDistances({ rows, similarities })).toEqual({
    distances: Float32Array.of(0.5, -1),
    nearestRows: Int32Array.of(4, -1),
  });
});

test('eleven copies of a foreign row do not hide one another', () => {
  const foreign = clusteredRows(1, 1, 0, 99)[0]!;
  const matrix = matrixOf([...clusteredRows(4, 50, 0.5), ...Array<number[]>(11).fill(foreign)]);
  const found = neighboursOfRows(prepareNeighbours(matrix, 1), matrix, 0, matrix.rows);
  const { distances } = neighbourDistances(found);
  expect(distances[205]!).toBeGreaterThan(1.5 * Math.max(...distances.subarray(0, 200)));
  expect(distances[200]).toBe(distances[210]);
});

test('after an inexact search far rows are searched again, and distances only shrink', () => {
  const matrix = matrixOf(clusteredRows(900, 10, 1.2, 3, 16));
  const index = { ...prepareNeighbours(matrix, 1), probes: 1 };
  const found = neighbourDistances(neighboursOfRows(index, matrix, 0, matrix.rows));
  const scripts = Array.from(found.distances, () => 'Latin' as const);
  const far = farRows(index, found, scripts);
  const confirmed = withDistances(found, far, exactDistances(index, matrix, far));
  const changed = found.distances.filter((distance, row) => confirmed.distances[row] !== distance);
  expect(changed.length).toBeGreaterThan(0);
  expect(
    confirmed.distances.every((distance, row) => distance <= found.distances[row]! + 1e-6),
  ).toBe(true);
  expect(far.length).toBeLessThan(matrix.rows);
  expect(farRows({ ...index, probes: index.centres.rows }, found, scripts)).toHaveLength(0);
});
