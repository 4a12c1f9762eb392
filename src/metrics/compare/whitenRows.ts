import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { createDotTile16 } from '../embed/kernels.ts';
import { addGram } from '../macro/gram.ts';
import { inverseCholesky } from './inverseCholesky.ts';

/** Steps per standard deviation, and the largest step: sums of 512 products of two such rows stay within 32 bits. */
const STEPS = 128;
export const LARGEST_STEP = 2_047;

const LEFT = 64;
/** What `addGram` multiplies entries by before it rounds them, and the variance that rounding adds. */
const GRAM_SCALE = 2_048;
const ROUNDING_VARIANCE = 1 / (12 * GRAM_SCALE ** 2);

/**
 * Share of the covariance that is replaced by a multiple of the identity (Friedman's γ). Where files differ in some of their
 * rows only, the more the better, as what rows differ by most they differ by here too; where all rows differ, a little of the
 * covariance is enough: 0.8 gives nearly all of both, see bench/shift.md.
 */
const SHRINKAGE = 0.8;

/**
 * Unit rows with their mean taken away, turned and stretched so that their shrunk covariance becomes the identity: the scalar
 * product of two of them is what linear discriminant analysis compares rows by.
 * @param matrix at least two rows; all have a meaning; at most 512 dimensions
 * @returns row-major [rows, dimensions], in steps of 1/128 standard deviations, each in −2,047 … 2,047
 * @throws RangeError for more dimensions
 * O(rows · dimensions² + dimensions³): 0.4 s for 10,000 × 512.
 * @see Friedman (1989), Regularized Discriminant Analysis, doi:10.1080/01621459.1989.10478752
 */
export function whitenRows(matrix: EmbeddingMatrix, checkpoint?: () => void): Int16Array {
  const { rows, dimensions } = matrix;
  if (dimensions > 512) throw new RangeError(`got ${dimensions} dimensions, expected at most 512`);
  const mean = meanOfUnitRows(matrix);
  const covariance = new Float64Array(dimensions * dimensions);
  addGram(matrix, 0, rows, covariance, checkpoint);
  for (let a = 0, at = 0; a < dimensions; a++, at = a * dimensions) {
    for (let b = 0; b <= a; b++, at++) {
      covariance[at] = covariance[at]! / GRAM_SCALE ** 2 / rows - mean[a]! * mean[b]!;
    }
  }
  shrink(covariance, dimensions);
  checkpoint?.();
  const transform = inverseCholesky(covariance, dimensions);
  checkpoint?.();
  return transformRows(matrix, mean, transform, checkpoint);
}

/** The mean of the entries as `addGram` rounds them: with another one the covariance of equal rows would not be 0. */
function meanOfUnitRows({ rows, dimensions, values, inverseNorms }: EmbeddingMatrix): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let row = 0, at = 0; row < rows; row++) {
    const factor = GRAM_SCALE * inverseNorms[row]!;
    for (let k = 0; k < dimensions; k++, at++) mean[k]! += Math.round(values[at]! * factor);
  }
  return mean.map((sum) => sum / (GRAM_SCALE * rows));
}

/** Mixes the covariance (its lower triangle) with the mean variance on the diagonal. */
function shrink(covariance: Float64Array, dimensions: number): void {
  let trace = 0;
  for (let a = 0; a < dimensions; a++) trace += covariance[a * (dimensions + 1)]!;
  for (let a = 0, at = 0; a < dimensions; a++, at = a * dimensions) {
    for (let b = 0; b <= a; b++, at++) covariance[at]! *= 1 - SHRINKAGE;
    // Columns that are the same in every row have no variance of their own.
    covariance[at - 1]! += (SHRINKAGE * trace) / dimensions + ROUNDING_VARIANCE;
  }
}

function transformRows(
  matrix: EmbeddingMatrix,
  mean: Float64Array,
  transform: Float64Array,
  checkpoint?: () => void,
): Int16Array {
  const { rows, dimensions, values, inverseNorms } = matrix;
  const tile = createDotTile16({ leftCapacity: LEFT, rightCapacity: dimensions, dimensions });
  /** So that no sum of products with 8-bit values leaves 32 bits. */
  const largest = Math.min(32_767, Math.floor((2 ** 31 - 1) / (128 * dimensions)));
  const units = new Float64Array(dimensions);
  const shifts = new Float64Array(dimensions);
  for (let a = 0; a < dimensions; a++) {
    const row = transform.subarray(a * dimensions, (a + 1) * dimensions);
    const unit = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / largest;
    units[a] = unit * STEPS;
    for (let b = 0; b < dimensions; b++) {
      tile.right[a * dimensions + b] = Math.round(row[b]! / unit);
      shifts[a]! += row[b]! * mean[b]! * STEPS;
    }
  }
  const whitened = new Int16Array(rows * dimensions);
  for (let start = 0; start < rows; start += LEFT) {
    checkpoint?.();
    const end = Math.min(rows, start + LEFT);
    tile.left.set(values.subarray(start * dimensions, end * dimensions));
    tile.multiply(end - start, dimensions);
    for (let row = start, from = 0, to = start * dimensions; row < end; row++) {
      const inverseNorm = inverseNorms[row]!;
      for (let a = 0; a < dimensions; a++, from++, to++) {
        const steps = tile.products[from]! * units[a]! * inverseNorm - shifts[a]!;
        whitened[to] = Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, Math.round(steps)));
      }
    }
  }
  return whitened;
}
