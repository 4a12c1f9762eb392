import { copyRows } from './copyRows.ts';

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

/** The numbers of all rows, for what takes some of them. */
export function allRows({ rows }: EmbeddingMatrix): Uint32Array {
  const all = new Uint32Array(rows);
  for (let row = 1; row < rows; row++) all[row] = row;
  return all;
}

/** The rows that have a meaning, ascending. */
export function meaningfulRows({ inverseNorms }: EmbeddingMatrix): Uint32Array {
  const meaningful = new Uint32Array(inverseNorms.length);
  let count = 0;
  for (let row = 0; row < inverseNorms.length; row++) {
    if (inverseNorms[row] !== 0) meaningful[count++] = row;
  }
  return meaningful.slice(0, count);
}

/** A matrix of zero vectors. */
export type AllocateMatrix = (rows: number, dimensions: number) => EmbeddingMatrix;

export const plainMatrix: AllocateMatrix = (rows, dimensions) => ({
  rows,
  dimensions,
  values: new Int8Array(rows * dimensions),
  inverseNorms: new Float32Array(rows),
});

/**
 * A matrix of its own with the given rows, in the given order.
 * @param allocate pass one that allocates shared memory to share the result
 */
export function selectRows(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  allocate = plainMatrix,
): EmbeddingMatrix {
  const selected = allocate(rows.length, matrix.dimensions);
  copyRows(matrix, rows, selected.values);
  for (let place = 0; place < rows.length; place++) {
    selected.inverseNorms[place] = matrix.inverseNorms[rows[place]!]!;
  }
  return selected;
}
