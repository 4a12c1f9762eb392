import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPlainSearchTile,
  createSearchTile,
  LEFT_ROWS,
  type SearchTile,
} from '../../../../src/metrics/embed/searchTile.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const RIGHT_ROWS = 64;
const QUERIES = 2 * LEFT_ROWS;

/** Small values make equal products, and limits are products: what is just reached must not be missed. */
function fill(tile: SearchTile, random: () => number): void {
  const value = (): number => Math.round(6 * random() - 3);
  tile.left.forEach((_, i) => (tile.left[i] = value()));
  tile.right.forEach((_, i) => (tile.right[i] = value()));
  const factors = [0, 0.1, 1 / 3, 1];
  const limits = [-Infinity, -1, 0.1 * 7, 7 / 3, 5, Infinity];
  const oneOf = (values: number[]) => values[Math.floor(random() * values.length)]!;
  for (const side of [tile.leftFactors, tile.rightFactors]) {
    side.forEach((_, i) => (side[i] = oneOf(factors)));
  }
  tile.rightLimits.forEach((_, j) => (tile.rightLimits[j] = oneOf(limits)));
  const places = Array.from({ length: QUERIES }, (_, place) => [random(), place] as const);
  places.sort(([a], [b]) => a - b);
  tile.places.forEach((_, i) => (tile.places[i] = places[i]![1]));
  // Among 100 numbers of rows some left rows meet themselves, and candidates come in any order.
  tile.own.forEach((_, i) => (tile.own[i] = 100 * random()));
  tile.candidates.forEach((_, j) => (tile.candidates[j] = 100 * random()));
}

test('the compiled search equals its plain twin, wherever the left rows begin', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).map((n) => 8 * n),
      fc.integer({ min: 1, max: LEFT_ROWS }),
      fc.integer({ min: 1, max: RIGHT_ROWS }),
      fc.nat(LEFT_ROWS / 2).map((n) => 2 * n),
      fc.integer({ min: 1, max: 12 }),
      fc.integer(),
      (dimensions, leftRows, rightRows, leftFrom, width, seed) => {
        const shape = {
          leftCapacity: 2 * LEFT_ROWS,
          rightCapacity: RIGHT_ROWS,
          dimensions,
          queries: QUERIES,
          width,
        };
        const compiled = createSearchTile(shape);
        const [found, expected] = [compiled, createPlainSearchTile(shape)].map((tile) => {
          const random = createRandom(seed);
          const pairs: Uint32Array[] = [];
          // What was kept from one tile of rows meets those of the next.
          for (let round = 0; round < 3; round++) {
            fill(tile, random);
            tile.packRight(rightRows);
            tile.multiplyLeft(leftRows, rightRows, leftFrom);
            tile.offerToLeft(leftRows, rightRows);
            pairs.push(tile.pairs.slice(0, tile.pairsForRight(leftRows, rightRows)));
          }
          return { rows: tile.best.rows.slice(), scores: tile.best.scores.slice(), pairs };
        });
        expect(found).toEqual(expected);
        // What it leaves in its memory must not matter to the next.
        compiled.release();
      },
    ),
    { numRuns: 60 },
  );
});
