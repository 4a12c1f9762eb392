import type { Points } from '../../src/metrics/compare/points.ts';

/** A multiple of 16, as the kernels ask for. */
const COLUMNS = 16;
const LARGEST_VALUE = 127;

/**
 * Points of any lengths on a grid of 8-bit steps, the same for both sets, so that figures published for such points can be
 * reproduced: the largest magnitude in them is 127 steps.
 * @param sets row-major [rows, dimensions] each, finite
 * @returns one for each set; distances in steps
 */
export function gridPoints(sets: readonly Float64Array[], dimensions: number): Points[] {
  let largest = 0;
  for (const set of sets) for (const value of set) largest = Math.max(largest, Math.abs(value));
  const factor = LARGEST_VALUE / largest;
  const columns = Math.ceil(dimensions / COLUMNS) * COLUMNS;
  return sets.map((set) => {
    const rows = set.length / dimensions;
    const values = new Int8Array(rows * columns);
    const squares = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < dimensions; k++) {
        const value = Math.round(set[row * dimensions + k]! * factor);
        values[row * columns + k] = value;
        squares[row]! += value * value;
      }
    }
    const inverseNorms = Float32Array.from(squares, (square) => 1 / Math.sqrt(square));
    const matrix = { rows, dimensions: columns, values, inverseNorms };
    return { matrix, factors: new Float64Array(rows).fill(1), squares };
  });
}
