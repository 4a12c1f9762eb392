import type { Interval } from './levelFigures.ts';

/** Two-sided 95 % point of the normal distribution. */
export const NORMAL_95 = 1.959_963_984_540_054;

/** The 95 % interval of an effective number of kinds, whose logarithm is about normal. @param logDeviation standard error of ln q1 */
export function diversityInterval(q1: number, logDeviation: number): Interval {
  const factor = Math.exp(NORMAL_95 * logDeviation);
  // One row has less than one kind on average where some rows have none.
  return { low: Math.min(q1, Math.max(1, q1 / factor)), high: q1 * factor };
}
