/**
 * vᵀ M v of a square row-major matrix; 0 where rounding would leave less.
 * @param matrix positive semidefinite, [vector.length, vector.length]
 */
export function quadraticForm(matrix: Float64Array, vector: ArrayLike<number>): number {
  const size = vector.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sum += vector[i]! * matrix[i * size + j]! * vector[j]!;
  }
  return Math.max(0, sum);
}

/**
 * The inverse of a small positive definite matrix.
 * @param matrix row-major [size, size]; not mutated
 * @throws RangeError where the matrix is not positive definite
 * Gauss–Jordan elimination, which needs no pivots here: O(size³).
 */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array {
  const left = matrix.slice();
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = left[pivot * size + pivot]!;
    if (!(divisor > 0)) {
      throw new RangeError(`got a pivot of ${divisor} in row ${pivot}, expected one above 0`);
    }
    for (let j = 0; j < size; j++) {
      left[pivot * size + j]! /= divisor;
      inverse[pivot * size + j]! /= divisor;
    }
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const times = left[i * size + pivot]!;
      for (let j = 0; j < size; j++) {
        left[i * size + j]! -= times * left[pivot * size + j]!;
        inverse[i * size + j]! -= times * inverse[pivot * size + j]!;
      }
    }
  }
  return inverse;
}
