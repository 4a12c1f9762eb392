import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { createDotTile8 } from '../embed/kernels.ts';
import { addGram } from '../macro/gram.ts';
import { inverseCholesky } from './inverseCholesky.ts';

/** Dimensions that can be whitened: the work grows with their cube. */
export const MOST_DIMENSIONS = 512;

/** Steps per standard deviation, and the largest step, which eight deviations reach. */
const STEPS = 16;
export const LARGEST_STEP = 127;

/** The transform has 15 bits a number: a high part of 8 and a low one of 7. */
const HIGH_UNIT = 128;
const LARGEST_FACTOR = 127 * HIGH_UNIT;

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
 * @returns row-major [rows, dimensions], in steps of 1/16 standard deviations, each in −127 … 127
 * @throws RangeError for more dimensions
 * O(rows · dimensions² + dimensions³): 0.4 s for 10,000 × 512.
 * @see Friedman (1989), Regularized Discriminant Analysis, doi:10.1080/01621459.1989.10478752
 */
export function whitenRows(matrix: EmbeddingMatrix, checkpoint?: () => void): Int8Array {
  const { rows, dimensions } = matrix;
  if (dimensions > MOST_DIMENSIONS) {
    throw new RangeError(`got ${dimensions} dimensions, expected at most ${MOST_DIMENSIONS}`);
  }
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
): Int8Array {
  const { rows, dimensions, values, inverseNorms } = matrix;
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: 2 * dimensions, dimensions });
  const units = new Float64Array(dimensions);
  const shifts = new Float64Array(dimensions);
  for (let a = 0, at = 0; a < dimensions; a++) {
    const row = transform.subarray(a * dimensions, (a + 1) * dimensions);
    const unit = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST_FACTOR;
    units[a] = unit * STEPS;
    for (let b = 0; b < dimensions; b++, at++) {
      const factor = Math.round(row[b]! / unit);
      const high = Math.round(factor / HIGH_UNIT);
      tile.right[at] = high;
      tile.right[at + dimensions * dimensions] = factor - high * HIGH_UNIT;
      shifts[a]! += row[b]! * mean[b]! * STEPS;
    }
  }
  const whitened = new Int8Array(rows * dimensions);
  for (let start = 0; start < rows; start += LEFT) {
    checkpoint?.();
    const end = Math.min(rows, start + LEFT);
    tile.left.set(values.subarray(start * dimensions, end * dimensions));
    tile.multiply(end - start, 2 * dimensions);
    for (let row = start, to = start * dimensions; row < end; row++) {
      const inverseNorm = inverseNorms[row]!;
      const from = (row - start) * 2 * dimensions;
      for (let a = 0; a < dimensions; a++, to++) {
        const product =
          HIGH_UNIT * tile.products[from + a]! + tile.products[from + dimensions + a]!;
        const steps = Math.round(product * units[a]! * inverseNorm - shifts[a]!);
        whitened[to] = Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, steps));
      }
    }
  }
  tile.release();
  return whitened;
}
