import { intervalFactor, NO_DEVIATION } from '../stats/diversityInterval.ts';
import type { EntropyDeviation } from '../stats/entropyDeviations.ts';
import type { Interval } from '../stats/levelFigures.ts';
import type { DiversityAtRows } from './diversityAtRows.ts';

/**
 * One effective number of kinds over another. The standard error is that of ln ratio, its degrees of freedom those of the
 * estimate that has fewer.
 */
export interface DiversityRatio extends EntropyDeviation {
  /** Above 0. */
  readonly ratio: number;
  /** 95 % interval of the ratio. */
  readonly interval: Interval;
}

/**
 * Whether the rows of either sample tell anything of other rows of its source. Those of copies of one row do not: any
 * difference, that of rounding too, would be beyond such noise.
 */
export const isNoiseTold = ({ logDeviation }: DiversityRatio): boolean =>
  logDeviation > NO_DEVIATION;

/**
 * The ratio of two independent estimates at the same number of rows.
 *
 * Rows that are all alike, or no two of which share a kind, give no standard error of their own: leaving some out changes
 * nothing. It is not 0 for that: of few rows of a source with a hundred kinds that is how most samples look. Then it is
 * taken to be what it is for as many rows of the other file, where that tells it.
 */
export function diversityRatio(
  numerator: DiversityAtRows,
  denominator: DiversityAtRows,
): DiversityRatio {
  const ratio = numerator.q1 / denominator.q1;
  const logDeviation = Math.hypot(
    deviationBeside(numerator, denominator),
    deviationBeside(denominator, numerator),
  );
  const degreesOfFreedom = Math.min(numerator.degreesOfFreedom, denominator.degreesOfFreedom);
  const factor = intervalFactor({ logDeviation, degreesOfFreedom });
  const interval = { low: ratio / factor, high: ratio * factor };
  return { ratio, logDeviation, degreesOfFreedom, interval };
}

const deviationBeside = (own: DiversityAtRows, other: DiversityAtRows): number =>
  !own.isTold && other.isTold ? other.sampleDeviation : own.logDeviation;
