import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { createDotTile8 } from '../embed/kernels.ts';

const LEFT = 64;
const RIGHT = 256;

/** Scalar products of some left rows with all right rows: row-major [leftRows, rights], overwritten by the next call. */
export type UseProducts = (firstLeft: number, leftRows: number, products: Int32Array) => void;

/**
 * Calls `use` with the scalar products of all rows of one matrix with all of another, 64 rows of the left one at a time.
 * @throws RangeError if they differ in dimensions
 * O(left rows · right rows · dimensions) in SIMD: 0.5 s for 5,000 · 5,000 · 512.
 */
export function forPairwiseProducts(
  left: EmbeddingMatrix,
  right: EmbeddingMatrix,
  use: UseProducts,
  checkpoint?: () => void,
): void {
  const { dimensions } = left;
  if (right.dimensions !== dimensions) {
    throw new RangeError(`got ${dimensions} and ${right.dimensions} dimensions, expected the same`);
  }
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: RIGHT, dimensions });
  const products = new Int32Array(LEFT * right.rows);
  for (let row = 0; row < left.rows; row += LEFT) {
    checkpoint?.();
    const rows = Math.min(LEFT, left.rows - row);
    tile.left.set(left.values.subarray(row * dimensions, (row + rows) * dimensions));
    for (let column = 0; column < right.rows; column += RIGHT) {
      const columns = Math.min(RIGHT, right.rows - column);
      tile.right.set(right.values.subarray(column * dimensions, (column + columns) * dimensions));
      tile.multiply(rows, columns);
      for (let i = 0; i < rows; i++) {
        const found = tile.products.subarray(i * RIGHT, i * RIGHT + columns);
        products.set(found, i * right.rows + column);
      }
    }
    use(row, rows, products);
  }
}
