import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { clusteredRows, matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

const files = fc.record({
  rows: fc
    .record({
      clusters: fc.integer({ min: 1, max: 5 }),
      each: fc.integer({ min: 1, max: 30 }),
      seed: fc.integer(),
    })
    .map(({ clusters, each, seed }) => clusteredRows(clusters, each, 0.7, seed)),
  seed: fc.integer(),
});

test('a shuffled file has the same similarities', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(files, ({ rows, seed }) => {
      const order = shuffled(rows.length, seed);
      const similaritiesOf = (all: number[][]) => {
        const matrix = matrixOf(all);
        return neighboursOfRows(prepareNeighbours(matrix, seed), matrix, 0, all.length)
          .similarities;
      };
      const straight = similaritiesOf(rows);
      const moved = similaritiesOf(order.map((row) => rows[row]!));
      order.forEach((row, place) => {
        expect(moved.subarray(place * 10, place * 10 + 10)).toEqual(
          straight.subarray(row * 10, row * 10 + 10),
        );
      });
    }),
  );
});

test('every neighbour is another row, listed once, and similarities fall', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(files, ({ rows, seed }) => {
      const matrix = matrixOf([...rows, ...rows.slice(0, 3)]);
      const found = neighboursOfRows(prepareNeighbours(matrix, seed), matrix, 0, matrix.rows);
      for (let row = 0; row < matrix.rows; row++) {
        const listed = [...found.rows.subarray(row * 10, row * 10 + 10)].filter(
          (other) => other >= 0,
        );
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed).not.toContain(row);
        const similarities = [...found.similarities.subarray(row * 10, row * 10 + listed.length)];
        expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
      }
    }),
  );
});
