import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';

/** Rows as points of a space: ‖a − b‖² = squares[a] + squares[b] − 2 · factors[a] · factors[b] · dot(values_a, values_b). */
export interface Points {
  readonly matrix: EmbeddingMatrix;
  readonly factors: Float64Array;
  readonly squares: Float64Array;
}

/** Unit vectors, whose squared distance is twice the cosine distance. O(rows). */
export function unitPoints(matrix: EmbeddingMatrix): Points {
  return {
    matrix,
    factors: Float64Array.from(matrix.inverseNorms),
    squares: new Float64Array(matrix.rows).fill(1),
  };
}
