import { expect, test } from 'vitest';
import { findDistinctRows } from '../../../../src/metrics/embed/distinctRows.ts';
import { clusteredRows, matrixOf, shuffled } from './matrixOf.ts';

test('equal rows point to the first of them, rows without a meaning are left out', () => {
  const { rows, firstEqualRow } = findDistinctRows(
    matrixOf(
      [
        [1, 2],
        [0, 0],
        [3, 4],
        [1, 2],
      ].map((row) => [...row, ...Array<number>(14).fill(0)]),
    ),
    7,
  );
  expect([...rows].sort()).toEqual([0, 2]);
  expect([...firstEqualRow]).toEqual([0, 1, 2, 0]);
});

test('the order depends on the content, not on the place', () => {
  const rows = clusteredRows(3, 30, 1);
  const order = shuffled(rows.length, 5);
  const moved = order.map((i) => rows[i]!);
  const contents = (all: number[][]) =>
    Array.from(findDistinctRows(matrixOf(all), 1).rows, (row) => all[row]!.join());
  expect(contents(moved)).toEqual(contents(rows));
});

test('another seed gives another order', () => {
  const matrix = matrixOf(clusteredRows(1, 30, 1));
  expect(findDistinctRows(matrix, 1).rows).not.toEqual(findDistinctRows(matrix, 2).rows);
});
