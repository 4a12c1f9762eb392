import { studentTLogDensity, type StudentT } from '../stats/studentT.ts';
import type { LinearPosterior } from './linearPosterior.ts';

/** What the other runs say of one run, and of the slopes without it. */
export interface LeftOutRun {
  /** Posterior predictive distribution of the run's score, from the others. */
  readonly predicted: StudentT;
  /** Slope of each column without the run. */
  readonly slopes: readonly StudentT[];
}

/** A run that decides its own fit to this point cannot be left out: only it tells one of the coefficients. */
const DECIDES_ITSELF = 1 - 1e-9;

/**
 * Every run left out in turn, by the closed form: nothing is fitted again.
 * @param columns those that the posterior was made from
 * @param score that the posterior was made from
 * @returns one for each run; `undefined` for a run that alone decides a coefficient. `undefined` altogether where the others
 * would be too few (one degree of freedom)
 * O(n p²) time, O(n p) memory.
 * @see Cook & Weisberg (1982), Residuals and Influence in Regression, section 2.2
 */
export function leaveOneOut(
  posterior: LinearPosterior,
  columns: readonly Float64Array[],
  score: Float64Array,
): (LeftOutRun | undefined)[] | undefined {
  const { inverse, noise, residuals, leverages, slopes } = posterior;
  const degreesOfFreedom = posterior.degreesOfFreedom - 1;
  if (degreesOfFreedom < 1) return undefined;
  const size = columns.length;
  const squares = noise * noise * posterior.degreesOfFreedom;
  return Array.from({ length: posterior.rows }, (_, row) => {
    const leverage = leverages[row]!;
    if (leverage >= DECIDES_ITSELF) return undefined;
    const residual = residuals[row]! / (1 - leverage);
    const noiseWithout = Math.sqrt(
      Math.max(0, squares - residuals[row]! * residual) / degreesOfFreedom,
    );
    const direction = columns.map((_column, i) => {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += inverse[i * size + j]! * columns[j]![row]!;
      return sum;
    });
    return {
      predicted: {
        location: score[row]! - residual,
        scale: noiseWithout / Math.sqrt(1 - leverage),
        degreesOfFreedom,
      },
      slopes: direction.map((step, i) => ({
        location: slopes[i]! - step * residual,
        scale: noiseWithout * Math.sqrt(inverse[i * size + i]! + (step * step) / (1 - leverage)),
        degreesOfFreedom,
      })),
    };
  });
}

/** How well a model foretells runs that it has not seen. */
export interface PredictiveFit {
  /** Σ ln density of each score under what the other runs foretell; higher is better. */
  readonly logDensity: number;
  /** 1 − Σ squared errors / the same for the mean of the other runs; below 0: worse than that mean. At most 1. */
  readonly predictiveR2: number;
}

/**
 * The fit of a model to the runs that were left out in turn.
 * @param leftOut of `leaveOneOut`, every run there
 * @returns `undefined` where a run could not be left out, where the model fits exactly, or where all scores are equal
 * O(runs).
 * @see Vehtari, Gelman & Gabry (2017), doi:10.1007/s11222-016-9696-4, section 2, for the log density of runs left out
 */
export function predictiveFit(
  leftOut: readonly (LeftOutRun | undefined)[],
  score: Float64Array,
): PredictiveFit | undefined {
  const rows = score.length;
  const mean = score.reduce((sum, value) => sum + value, 0) / rows;
  let logDensity = 0;
  let squaredErrors = 0;
  let squaredErrorsOfMean = 0;
  for (const [row, run] of leftOut.entries()) {
    if (!run || run.predicted.scale === 0) return undefined;
    logDensity += studentTLogDensity(run.predicted, score[row]!);
    squaredErrors += (score[row]! - run.predicted.location) ** 2;
    squaredErrorsOfMean += (((score[row]! - mean) * rows) / (rows - 1)) ** 2;
  }
  if (squaredErrorsOfMean === 0) return undefined;
  return { logDensity, predictiveR2: 1 - squaredErrors / squaredErrorsOfMean };
}
