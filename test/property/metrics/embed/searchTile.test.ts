import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPlainSearchTile,
  createSearchTile,
  LEFT_ROWS,
  RIGHT_ROWS,
  type SearchTile,
} from '../../../../src/metrics/embed/searchTile.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

/** Small values make equal products, and limits are products: what is just reached must not be missed. */
function fill(tile: SearchTile, seed: number): void {
  const random = createRandom(seed);
  const value = (): number => Math.round(6 * random() - 3);
  tile.left.forEach((_, i) => (tile.left[i] = value()));
  tile.right.forEach((_, i) => (tile.right[i] = value()));
  const factors = [0, 0.1, 1 / 3, 1];
  const limits = [-Infinity, -1, 0.1 * 7, 7 / 3, 5, Infinity];
  const oneOf = (values: number[]) => values[Math.floor(random() * values.length)]!;
  for (const side of [tile.leftFactors, tile.rightFactors]) {
    side.forEach((_, i) => (side[i] = oneOf(factors)));
  }
  for (const side of [tile.leftLimits, tile.rightLimits]) {
    side.forEach((_, i) => (side[i] = oneOf(limits)));
  }
}

test('the compiled search for pairs equals its plain twin, wherever the rows begin', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).map((n) => 8 * n),
      fc.integer({ min: 1, max: LEFT_ROWS }),
      fc.integer({ min: 1, max: RIGHT_ROWS }),
      fc.nat(LEFT_ROWS / 2).map((n) => 2 * n),
      fc.nat(RIGHT_ROWS / 4).map((n) => 4 * n),
      fc.integer(),
      (dimensions, leftRows, rightRows, leftFrom, rightFrom, seed) => {
        const leftCapacity = 2 * LEFT_ROWS;
        const compiled = createSearchTile(dimensions, leftCapacity);
        const plain = createPlainSearchTile({
          leftCapacity,
          rightCapacity: RIGHT_ROWS,
          dimensions,
        });
        const [found, expected] = [compiled, plain].map((tile) => {
          fill(tile, seed);
          tile.packRight(rightRows);
          tile.multiplyLeft(leftRows, rightRows, leftFrom);
          const forLeft = tile.pairs.slice(0, tile.pairsForLeft(leftRows, rightFrom, rightRows));
          const forRight = tile.pairs.slice(0, tile.pairsForRight(leftRows, rightFrom, rightRows));
          return { forLeft, forRight };
        });
        expect(found).toEqual(expected);
        // What it leaves in its memory must not matter to the next.
        compiled.release();
      },
    ),
    { numRuns: 60 },
  );
});
