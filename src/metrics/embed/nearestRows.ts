import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { productsWithPlaces } from './productsWithPlaces.ts';

export interface NearestRow {
  /** −1 where there is no row. */
  readonly row: number;
  /** Cosine, in [−1, 1]; −1 where there is no row. */
  readonly similarity: number;
}

/**
 * For each place the row most similar to it by cosine, of equal ones the first of `rows`.
 * @param rows which rows of the matrix
 * @param places vectors of the same dimensions
 * As costly as `productsWithPlaces`: exact.
 */
export function nearestRows(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  places: EmbeddingMatrix,
): NearestRow[] {
  const best: Best = {
    rows: new Int32Array(places.rows).fill(-1),
    similarities: new Float64Array(places.rows).fill(-Infinity),
  };
  productsWithPlaces(matrix, rows, places, (block, products, stride) => {
    offerBlock(best, products, stride, matrix.inverseNorms, block, places.inverseNorms);
  });
  return Array.from(best.rows, (row, place) => ({
    row,
    similarity: row < 0 ? -1 : best.similarities[place]!,
  }));
}

/** One entry for each place. */
interface Best {
  readonly rows: Int32Array;
  readonly similarities: Float64Array;
}

/** Offers the rows of a block to all places. */
function offerBlock(
  { rows, similarities }: Best,
  products: Int32Array,
  stride: number,
  inverseNorms: Float32Array,
  block: Uint32Array,
  inverseNormsOfPlaces: Float32Array,
): void {
  for (let i = 0; i < block.length; i++) {
    const row = block[i]!;
    const from = i * stride;
    const inverseNorm = inverseNorms[row]!;
    for (let place = 0; place < rows.length; place++) {
      const cosine = products[from + place]! * inverseNormsOfPlaces[place]! * inverseNorm;
      if (cosine <= similarities[place]!) continue;
      similarities[place] = cosine;
      rows[place] = row;
    }
  }
}
