import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDotTile8,
  createPlainDotTile,
  type DotTile,
} from '../../../../src/metrics/embed/kernels.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

const shapes = fc.record({
  leftCapacity: fc.integer({ min: 1, max: 4 }).map((n) => 4 * n),
  rightCapacity: fc.integer({ min: 1, max: 5 }).map((n) => 4 * n),
  dimensions: fc.integer({ min: 1, max: 40 }).map((n) => 8 * n),
});
const seeds = fc.integer();

function fill(tile: DotTile, seed: number, largest: number): void {
  const random = createRandom(seed);
  const value = (): number => Math.round((2 * random() - 1) * largest);
  tile.left.forEach((_, i) => (tile.left[i] = value()));
  tile.right.forEach((_, i) => (tile.right[i] = value()));
}

function productsOf(tile: DotTile, leftRows: number, rightRows: number): number[] {
  tile.multiply(leftRows, rightRows);
  return Array.from({ length: leftRows * rightRows }, (_, i) => {
    const row = Math.floor(i / rightRows);
    return tile.products[row * tile.rightCapacity + (i % rightRows)]!;
  });
}

test('the compiled 8-bit kernel equals its plain twin bit for bit', () => {
  fc.assert(
    fc.property(shapes, seeds, fc.nat(), fc.nat(), (shape, seed, left, right) => {
      const rows = [1 + (left % shape.leftCapacity), 1 + (right % shape.rightCapacity)] as const;
      const compiled = createDotTile8(shape);
      const plain = createPlainDotTile(shape);
      fill(compiled, seed, 127);
      fill(plain, seed, 127);
      expect(productsOf(compiled, ...rows)).toEqual(productsOf(plain, ...rows));
      // What it leaves in its memory must not matter to the next.
      compiled.release();
    }),
  );
});
