import { leastScore, NEIGHBOURS, neighboursFrom, offerRow, type Neighbours } from './bestRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createSearchTile, LEFT_ROWS, type SearchTile } from './searchTile.ts';

const RIGHT_ROWS = 256;

/**
 * The true nearest rows by cosine of every row of a matrix, as `exactNeighboursOf` finds them. A pair is multiplied once and
 * offered to both its rows, which takes half the time.
 * @param matrix rows with a meaning, all different
 * @param checkpoint called some ten times a second; may throw
 * O(rows² · dimensions / 2): 0.4 s for 6,000 rows × 512.
 */
export function neighboursOfAll(matrix: EmbeddingMatrix, checkpoint?: () => void): Neighbours {
  const { rows, dimensions, values, inverseNorms } = matrix;
  const tile = createSearchTile({
    leftCapacity: LEFT_ROWS,
    rightCapacity: RIGHT_ROWS,
    dimensions,
    queries: rows,
    width: NEIGHBOURS,
  });
  for (let right = 0; right < rows; right += RIGHT_ROWS) {
    checkpoint?.();
    const rightEnd = Math.min(rows, right + RIGHT_ROWS);
    tile.right.set(values.subarray(right * dimensions, rightEnd * dimensions));
    tile.rightFactors.set(inverseNorms.subarray(right, rightEnd));
    countUp(tile.candidates, right, rightEnd);
    tile.packRight(rightEnd - right);
    for (let left = right; left < rows; left += LEFT_ROWS) {
      const leftEnd = Math.min(rows, left + LEFT_ROWS);
      tile.left.set(values.subarray(left * dimensions, leftEnd * dimensions));
      tile.leftFactors.set(inverseNorms.subarray(left, leftEnd));
      countUp(tile.places, left, leftEnd);
      countUp(tile.own, left, leftEnd);
      tile.multiplyLeft(leftEnd - left, rightEnd - right);
      tile.offerToLeft(leftEnd - left, rightEnd - right);
      // In the block on the diagonal each pair comes up twice, once from each side.
      if (left >= rightEnd) offerToRight(tile, left, leftEnd, right, rightEnd);
    }
  }
  const found = neighboursFrom(tile.best, (row) => inverseNorms[row]!);
  tile.release();
  return found;
}

/** Writes the rows from, … below `end`. */
function countUp(numbers: Uint32Array, from: number, end: number): void {
  for (let row = from; row < end; row++) numbers[row - from] = row;
}

/** Offers the rows at the left of the tile to those at its right. */
function offerToRight(
  { best, products, pairs, leftFactors, rightLimits, pairsForRight }: SearchTile,
  left: number,
  leftEnd: number,
  right: number,
  rightEnd: number,
): void {
  for (let row = right; row < rightEnd; row++) rightLimits[row - right] = leastScore(best, row);
  const found = pairsForRight(leftEnd - left, rightEnd - right);
  for (let pair = 0; pair < found; pair++) {
    const i = pairs[pair]! >>> 16;
    const j = pairs[pair]! & 0xffff;
    offerRow(best, right + j, products[i * RIGHT_ROWS + j]! * leftFactors[i]!, left + i);
  }
}
