import { afterEach, expect, test, vi } from 'vitest';
import { createDotTile8 } from '../../../../src/metrics/embed/kernels.ts';

const shape = { leftCapacity: 4, rightCapacity: 4, dimensions: 8 };

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a tile gives the dot product of every left row with every right row', () => {
  const tile = createDotTile8(shape);
  tile.left.set([1, 2, 3, 4, 5, 6, 7, 8]);
  tile.left.set([-1, 0, 0, 0, 0, 0, 0, 127], 8);
  tile.right.set([1, 1, 1, 1, 1, 1, 1, 1]);
  tile.right.set([0, 0, 0, 0, 0, 0, 0, -128], 8);
  tile.multiply(2, 2);
  expect([...tile.products.subarray(0, 2)]).toEqual([36, -1024]);
  expect([...tile.products.subarray(4, 6)]).toEqual([126, -16_256]);
});

test('two tiles do not share memory', () => {
  const first = createDotTile8(shape);
  const second = createDotTile8(shape);
  first.left.fill(1);
  second.left.fill(2);
  expect(first.left[0]).toBe(1);
});

test('the memory of a released tile goes to the next, that of others does not', () => {
  const kept = createDotTile8(shape);
  const released = createDotTile8(shape);
  released.release();
  const next = createDotTile8(shape);
  const another = createDotTile8(shape);
  expect(next.left.buffer).toBe(released.left.buffer);
  expect(another.left.buffer).not.toBe(next.left.buffer);
  expect(another.left.buffer).not.toBe(kept.left.buffer);
});

test('without WebAssembly the plain twin answers', () => {
  vi.stubGlobal('WebAssembly', undefined);
  const tile = createDotTile8(shape);
  tile.left.fill(3);
  tile.right.fill(5);
  tile.multiply(4, 4);
  expect(tile.products.every((product) => product === 8 * 15)).toBe(true);
});

test('a shape that is no multiple of the block is refused', () => {
  expect(() => createDotTile8({ ...shape, dimensions: 12 })).toThrow(
    'dimensions: got 12, expected a positive multiple of 8',
  );
  expect(() => createDotTile8({ ...shape, leftCapacity: 0 })).toThrow(RangeError);
});

test('more rows than the tile holds are refused', () => {
  expect(() => {
    createDotTile8(shape).multiply(5, 1);
  }).toThrow('rows: got 5 × 1, expected at most 4 × 4');
});
