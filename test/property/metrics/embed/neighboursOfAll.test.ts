import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { exactNeighboursOf, neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { neighboursOfAll } from '../../../../src/metrics/embed/neighboursOfAll.ts';
import { clusteredRows, matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

const neighboursOfEach = (matrix: EmbeddingMatrix) =>
  exactNeighboursOf(
    prepareNeighbours(matrix, 1),
    matrix,
    Uint32Array.from({ length: matrix.rows }, (_, row) => row),
  );

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
        expect(neighboursOfAll(matrix)).toEqual(neighboursOfEach(matrix));
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
  expect(neighboursOfAll(matrix)).toEqual(neighboursOfEach(matrix));
});

test('all rows at once find what each finds by itself, with copies and rows without a meaning', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer(),
      (clusters, each, seed) => {
        const rows = clusteredRows(clusters, each, 0.7, seed);
        const nothing = rows[0]!.map(() => 0);
        const all = shuffled(2 * rows.length, seed).map((i) =>
          i % 7 === 0 ? nothing : rows[i % rows.length]!,
        );
        const matrix = matrixOf(all);
        const found = neighboursOfRows(prepareNeighbours(matrix, 1), matrix, 0, matrix.rows);
        expect(found).toEqual(neighboursOfEach(matrix));
      },
    ),
    { numRuns: 30 },
  );
});
