import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { neighboursOfAll } from '../../../../src/metrics/embed/neighboursOfAll.ts';
import { clusteredRows, matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';

test('pairs multiplied once give the neighbours that each row finds by itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer(),
      (clusters, each, seed) => {
        const rows = clusteredRows(clusters, each, 0.7, seed);
        const different = [...new Map(rows.map((row) => [row.join(), row])).values()];
        const matrix = matrixOf(different);
        const expected = neighboursOfRows(prepareNeighbours(matrix, 1), matrix, 0, matrix.rows);
        expect(neighboursOfAll(matrix)).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});

test('few different products make many ties, which go to the lower row', () => {
  const rows = Array.from({ length: 600 }, (_, i) =>
    Array.from({ length: 16 }, (_, k) => (i >> (k % 10)) & 1 || -1).map((value, k) =>
      k < 10 ? value : 1,
    ),
  );
  const matrix = matrixOf(rows);
  const expected = neighboursOfRows(prepareNeighbours(matrix, 1), matrix, 0, matrix.rows);
  expect(neighboursOfAll(matrix)).toEqual(expected);
});
