import { DEVIATION_GROUPS, type EntropyDeviation } from './entropyDeviations.ts';
import type { Interval } from './levelFigures.ts';
import { centralReach } from './studentT.ts';

/**
 * Standard errors to each side of a 95 % interval, as a standard error over 50 groups of rows has 49 degrees of freedom: what
 * `centralReach` gives, which every thread would be kept waiting for at its start.
 */
export const STUDENT_95 = 2.009575237129239;
const USUAL_DEGREES = DEVIATION_GROUPS - 1;

/** A standard error of ln q1 up to this is what rounding makes of parts that are all alike: it tells nothing of other rows. */
export const NO_DEVIATION = 1e-9;

/**
 * The 95 % interval of an effective number of kinds, whose logarithm is about normal.
 * @param most kinds that it may end at: beyond, ln q1 is not normal
 */
export function diversityInterval(
  q1: number,
  deviation: EntropyDeviation,
  most = Infinity,
): Interval {
  const factor = intervalFactor(deviation);
  // One row has less than one kind on average where some rows have none.
  return {
    low: Math.min(q1, Math.max(1, q1 / factor)),
    high: Math.max(q1, Math.min(most, q1 * factor)),
  };
}

/** How many times as high, and as low, a 95 % interval ends as the figure whose logarithm has such a standard error. */
export function intervalFactor({ logDeviation, degreesOfFreedom }: EntropyDeviation): number {
  const isUsual = degreesOfFreedom === USUAL_DEGREES;
  return Math.exp((isUsual ? STUDENT_95 : centralReach(degreesOfFreedom, 0.95)) * logDeviation);
}
