import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createDotTile8 } from './kernels.ts';
import { rowCopier } from './rowCopier.ts';

/** Rows multiplied at a time: with some hundred places they stay in the cache. */
const BLOCK = 128;

export interface NearestRow {
  /** −1 where there is no row. */
  readonly row: number;
  /** Cosine, in [−1, 1]; −1 where there is no row. */
  readonly similarity: number;
  /** Rows that are near: with a cosine of `nearFrom` or more. */
  readonly near: number;
}

/**
 * For each place the row most similar to it by cosine, of equal ones the first of `rows`, and how many are near.
 * @param rows which rows of the matrix
 * @param places vectors of the same dimensions
 * @param nearFrom the cosine from which a row is near
 * O(rows · places · dimensions): exact, about 30 billion products per second and core.
 */
export function nearestRows(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  places: EmbeddingMatrix,
  nearFrom = 1,
): NearestRow[] {
  const found = new Int32Array(places.rows).fill(-1);
  const similarities = new Float64Array(places.rows).fill(-Infinity);
  const near = new Uint32Array(places.rows);
  if (places.rows > 0 && rows.length > 0) {
    const tile = createDotTile8({
      leftCapacity: (places.rows + 3) & ~3,
      rightCapacity: BLOCK,
      dimensions: matrix.dimensions,
    });
    tile.left.set(places.values);
    const toRight = rowCopier(matrix, tile.right);
    for (let start = 0; start < rows.length; start += BLOCK) {
      const blockRows = Math.min(BLOCK, rows.length - start);
      for (let j = 0; j < blockRows; j++) toRight(rows[start + j]!, j);
      tile.multiply(places.rows, blockRows);
      for (let place = 0; place < places.rows; place++) {
        const inverseNorm = places.inverseNorms[place]!;
        for (let j = 0, at = place * BLOCK; j < blockRows; j++, at++) {
          const row = rows[start + j]!;
          const cosine = tile.products[at]! * inverseNorm * matrix.inverseNorms[row]!;
          if (cosine >= nearFrom) near[place]!++;
          if (cosine <= similarities[place]!) continue;
          similarities[place] = cosine;
          found[place] = row;
        }
      }
    }
  }
  return Array.from(found, (row, place) => ({
    row,
    similarity: row < 0 ? -1 : similarities[place]!,
    near: near[place]!,
  }));
}
