/**
 * Sentence embeddings of many rows, quantised to 8 bits per dimension.
 * The quantised row itself is the vector: cosine(i, j) = dot(values_i, values_j) · inverseNorms[i] · inverseNorms[j].
 */
export interface EmbeddingMatrix {
  readonly rows: number;
  /** Columns, a multiple of 16. */
  readonly dimensions: number;
  /** Row-major [rows, dimensions], each entry in −127 … 127. */
  readonly values: Int8Array;
  /** 1 / ‖row‖₂ of the quantised row; 0 for a row without a meaning (empty text), which has cosine 0 with all others. */
  readonly inverseNorms: Float32Array;
}
