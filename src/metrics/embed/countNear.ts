import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { productsWithPlaces } from './productsWithPlaces.ts';

/**
 * For each place how many rows are near it.
 * @param rows which rows of the matrix
 * @param places vectors of the same dimensions
 * @param nearFrom the cosine from which a row is near
 * As costly as `productsWithPlaces`: exact.
 */
export function countNear(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  places: EmbeddingMatrix,
  nearFrom: number,
): Uint32Array {
  const counts = new Uint32Array(places.rows);
  productsWithPlaces(matrix, rows, places, (block, products, stride) => {
    for (let i = 0; i < block.length; i++) {
      const ofRow = products.subarray(i * stride);
      countRow(ofRow, places.inverseNorms, matrix.inverseNorms[block[i]!]!, nearFrom, counts);
    }
  });
  return counts;
}

/** Counts one row at the places that it is near to. */
function countRow(
  products: Int32Array,
  inverseNormsOfPlaces: Float32Array,
  inverseNorm: number,
  nearFrom: number,
  counts: Uint32Array,
): void {
  for (let place = 0; place < counts.length; place++) {
    const cosine = products[place]! * inverseNormsOfPlaces[place]! * inverseNorm;
    if (cosine >= nearFrom) counts[place]!++;
  }
}
