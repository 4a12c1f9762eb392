import { copyRows } from './copyRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createDotTile8 } from './kernels.ts';

const BLOCK = 64;

/**
 * Gets the scalar products of a block of rows with all places.
 * @param block rows of the matrix
 * @param products row-major [block, stride], of which the first ones of each row are those of the places; overwritten by the next
 */
export type UsePlaceProducts = (block: Uint32Array, products: Int32Array, stride: number) => void;

/**
 * Multiplies some rows of a matrix with places, a block of rows at a time.
 * @param rows which rows of the matrix
 * @param places vectors of the same dimensions
 * O(rows · places · dimensions): exact, about 30 billion products per second and core.
 */
export function productsWithPlaces(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  places: EmbeddingMatrix,
  use: UsePlaceProducts,
): void {
  if (places.rows === 0 || rows.length === 0) return;
  const tile = createDotTile8({
    leftCapacity: BLOCK,
    rightCapacity: (places.rows + 3) & ~3,
    dimensions: matrix.dimensions,
  });
  tile.right.set(places.values);
  tile.packRight(places.rows);
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.subarray(start, start + BLOCK);
    copyRows(matrix, block, tile.left);
    tile.multiplyLeft(block.length, places.rows);
    use(block, tile.products, tile.rightCapacity);
  }
  tile.release();
}
