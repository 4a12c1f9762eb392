import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPlainRowStore,
  createRowStore,
  LARGEST_SUM,
} from '../../../../src/metrics/embed/rowStore.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const columnCounts = fc.integer({ min: 1, max: 9 }).map((n) => 32 * n);
// More rows than a store begins with, now and then.
const rowCounts = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1_000, max: 1_600 }));

test('the compiled sum of rows equals its plain twin bit for bit', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(
      columnCounts,
      rowCounts,
      fc.integer({ min: 0, max: LARGEST_SUM }),
      fc.integer(),
      (columns, rows, count, seed) => {
        const random = createRandom(seed);
        const values = Int8Array.from({ length: rows * columns }, () => 255 * random() - 127);
        const places = Uint32Array.from({ length: count }, () => random() * rows);
        const factors = Int16Array.from({ length: count }, () => 65_536 * random() - 32_768);
        const [compiled, plain] = [createRowStore(columns), createPlainRowStore(columns)].map(
          (store) => {
            for (let row = 0; row < rows; row++) {
              expect(store.keep(values, row * columns)).toBe(row);
            }
            const sums = new Int32Array(columns).fill(7);
            store.sumRows(places, factors, count, sums);
            return sums;
          },
        );
        expect(compiled).toEqual(plain);
      },
    ),
    { numRuns: 40 },
  );
});

test('the largest sum is exact', () => {
  const store = createRowStore(32);
  store.keep(new Int8Array(32).fill(127), 0);
  const sums = new Int32Array(32);
  const places = new Uint32Array(LARGEST_SUM);
  store.sumRows(places, new Int16Array(LARGEST_SUM).fill(32_767), LARGEST_SUM, sums);
  expect(sums).toEqual(new Int32Array(32).fill(512 * 127 * 32_767));
});

test('columns that are no multiple of 32 are refused', () => {
  for (const create of [createRowStore, createPlainRowStore]) {
    expect(() => create(48)).toThrow('columns: got 48, expected a positive multiple of 32');
  }
});
