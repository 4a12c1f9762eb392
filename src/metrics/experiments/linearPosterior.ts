import type { StudentT } from '../stats/studentT.ts';
import { dot, orthonormalize } from './orthonormalize.ts';
import { quadraticForm } from './symmetricMatrix.ts';

/**
 * What is known of a linear model after its runs, in closed form.
 *
 * Model: score = level + Σ slope_j · column_j + noise, noise normal with one variance.
 * Prior: p(level, slopes, variance) ∝ 1 / variance, the limit of the conjugate normal–inverse-gamma prior in which it weighs
 * nothing (precision → 0, shape → −(p + 1) / 2, rate → 0). The posterior is then a multivariate Student t whose intervals
 * cover as often as they say, for any number of runs beyond the coefficients.
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, section 14.2
 */
export interface LinearPosterior {
  readonly rows: number;
  /** Rows − columns − 1; at least 1. */
  readonly degreesOfFreedom: number;
  /** Posterior mean of the score where every column has its mean. */
  readonly level: number;
  /** Posterior means, score per unit of the column. */
  readonly slopes: Float64Array;
  /** Row-major [columns, columns]: (ZᵀZ)⁻¹, the posterior covariance of the slopes in units of noise variance. */
  readonly inverse: Float64Array;
  /** √(residual squares / degrees of freedom): the noise, in units of the score; 0 where the model fits exactly. */
  readonly noise: number;
  readonly residuals: Float64Array;
  /** How far each row decides its own fit, 1/rows–1. */
  readonly leverages: Float64Array;
}

/** Residuals and slopes below this share of the score's own size are rounding. */
const ROUNDING = 1e-13;

/**
 * The posterior of the score's linear model, by an orthonormal basis of the columns.
 * @param columns each with mean 0, linearly independent, finite
 * @param score one finite number a row
 * @throws RangeError unless there are at least two rows more than columns, for columns that depend on one another, and for
 * columns whose length differs from the score's
 * O(n p²) time.
 */
export function linearPosterior(
  columns: readonly Float64Array[],
  score: Float64Array,
): LinearPosterior {
  const rows = score.length;
  const size = columns.length;
  const degreesOfFreedom = rows - size - 1;
  if (degreesOfFreedom < 1) {
    throw new RangeError(`got ${rows} rows for ${size} columns, expected ${size + 2} rows or more`);
  }
  if (columns.some((column) => column.length !== rows)) {
    throw new RangeError(`got columns that are not as long as the score, expected ${rows} rows`);
  }
  const { vectors, factor, dependent } = orthonormalize(columns);
  if (dependent.length > 0) {
    throw new RangeError(
      `got column ${dependent[0]!.column} as a sum of those before it, expected independent columns`,
    );
  }
  const level = score.reduce((sum, value) => sum + value, 0) / rows;
  const residuals = score.map((value) => value - level);
  const spread = Math.sqrt(dot(residuals, residuals));
  const along = new Float64Array(size);
  const leverages = new Float64Array(rows).fill(1 / rows);
  // The second pass takes out what rounding left in the first.
  for (const pass of [1, 2]) {
    for (const [i, vector] of vectors.entries()) {
      const share = dot(vector, residuals);
      along[i]! += share;
      for (let row = 0; row < rows; row++) {
        residuals[row]! -= share * vector[row]!;
        if (pass === 1) leverages[row]! += vector[row]! * vector[row]!;
      }
    }
  }
  const inverseFactor = invertUpper(factor, size);
  const slopes = new Float64Array(size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    slopes[i] = dot(inverseFactor.subarray(i * size, (i + 1) * size), along);
    for (let j = 0; j < size; j++) {
      inverse[i * size + j] = dot(
        inverseFactor.subarray(i * size, (i + 1) * size),
        inverseFactor.subarray(j * size, (j + 1) * size),
      );
    }
  }
  const rounding = ROUNDING * Math.max(spread, Math.abs(level));
  for (const [i, slope] of slopes.entries()) {
    if (Math.abs(slope) <= rounding * Math.sqrt(inverse[i * size + i]!)) slopes[i] = 0;
  }
  const left = Math.sqrt(dot(residuals, residuals));
  const noise = left <= rounding ? 0 : left / Math.sqrt(degreesOfFreedom);
  return { rows, degreesOfFreedom, level, slopes, inverse, noise, residuals, leverages };
}

function invertUpper(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let i = column; i >= 0; i--) {
      let sum = i === column ? 1 : 0;
      for (let j = i + 1; j <= column; j++)
        sum -= factor[i * size + j]! * inverse[j * size + column]!;
      inverse[i * size + column] = sum / factor[i * size + i]!;
    }
  }
  return inverse;
}

/**
 * The posterior of Σ weight_j · slope_j: one slope, or the difference of two.
 * @param weights one number a column
 */
export function slopeCombination(posterior: LinearPosterior, weights: ArrayLike<number>): StudentT {
  const { slopes, noise, degreesOfFreedom } = posterior;
  let location = 0;
  for (const [j, slope] of slopes.entries()) location += weights[j]! * slope;
  return {
    location,
    scale: noise * Math.sqrt(quadraticForm(posterior.inverse, weights)),
    degreesOfFreedom,
  };
}

/** The posterior of one slope. */
export function slopePosterior(posterior: LinearPosterior, column: number): StudentT {
  return slopeCombination(
    posterior,
    posterior.slopes.map((_, j) => Number(j === column)),
  );
}

/**
 * The posterior predictive distribution of the score of one more run.
 * @param at the run's columns, about the same means
 */
export function predictScore(posterior: LinearPosterior, at: ArrayLike<number>): StudentT {
  const { level, noise, rows, inverse, degreesOfFreedom } = posterior;
  const { location } = slopeCombination(posterior, at);
  return {
    location: level + location,
    scale: noise * Math.sqrt(1 + 1 / rows + quadraticForm(inverse, at)),
    degreesOfFreedom,
  };
}
