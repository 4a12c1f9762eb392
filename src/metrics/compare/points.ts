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

/** A multiple of 16, as the kernels ask for. */
const COLUMNS = 16;
const LARGEST_VALUE = 127;

/**
 * Points of any lengths on a grid of 8-bit steps, the same for both sets: the largest magnitude in them is 127 steps.
 * @param sets row-major [rows, dimensions] each
 * @returns one for each set; distances in steps
 * @throws RangeError if a set is no whole number of rows or holds a number that is not finite
 * O(numbers).
 */
export function gridPoints(sets: readonly Float64Array[], dimensions: number): Points[] {
  let largest = 0;
  for (const set of sets) for (const value of set) largest = Math.max(largest, Math.abs(value));
  if (!Number.isFinite(largest)) throw new RangeError(`got ${largest}, expected finite numbers`);
  const factor = largest === 0 ? 0 : LARGEST_VALUE / largest;
  const columns = Math.ceil(dimensions / COLUMNS) * COLUMNS;
  return sets.map((set) => {
    const rows = set.length / dimensions;
    if (!Number.isInteger(rows)) {
      throw new RangeError(`got ${set.length} numbers, expected a multiple of ${dimensions}`);
    }
    const values = new Int8Array(rows * columns);
    const squares = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < dimensions; k++) {
        const value = Math.round(set[row * dimensions + k]! * factor);
        values[row * columns + k] = value;
        squares[row]! += value * value;
      }
    }
    const inverseNorms = Float32Array.from(squares, (square) =>
      square === 0 ? 0 : 1 / Math.sqrt(square),
    );
    const matrix = { rows, dimensions: columns, values, inverseNorms };
    return { matrix, factors: new Float64Array(rows).fill(1), squares };
  });
}
