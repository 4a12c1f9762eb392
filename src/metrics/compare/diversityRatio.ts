import { STUDENT_95 } from '../stats/diversityInterval.ts';
import type { Interval } from '../stats/levelFigures.ts';
import type { DiversityAtRows } from './diversityAtRows.ts';

/** One effective number of kinds over another. */
export interface DiversityRatio {
  /** Above 0. */
  readonly ratio: number;
  /** Standard error of ln ratio, ≥ 0. */
  readonly logDeviation: number;
  /** 95 % interval of the ratio. */
  readonly interval: Interval;
}

/** The ratio of two independent estimates at the same number of rows. */
export function diversityRatio(
  numerator: DiversityAtRows,
  denominator: DiversityAtRows,
): DiversityRatio {
  const ratio = numerator.q1 / denominator.q1;
  const logDeviation = Math.hypot(numerator.logDeviation, denominator.logDeviation);
  const factor = Math.exp(STUDENT_95 * logDeviation);
  return { ratio, logDeviation, interval: { low: ratio / factor, high: ratio * factor } };
}
