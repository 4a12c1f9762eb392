import { NO_DEVIATION } from '../../metrics/stats/diversityInterval.ts';
import { studentTCdf } from '../../metrics/stats/studentT.ts';
import { isCompared } from '../compare/comparison.ts';
import {
  RATIOS,
  USUAL_START,
  SHIFT_NAMES,
  type MixPoint,
  type MixRule,
  type MixVerdict,
  type Mixing,
  type ShiftName,
} from './mixing.ts';
import { LEVEL_NAMES, type LevelName } from '../report.ts';

const SHIFT_ERROR_RATE = 0.05;
const DIVERSITY_ERROR_RATE = 0.05;

/** ln of the effective kinds of whole rows, and its standard error in the first draw. */
export interface LogDiversity {
  readonly mean: number;
  readonly deviation: number;
  /** Of the standard error. */
  readonly degreesOfFreedom: number;
}

type Judged = Pick<MixPoint, 'gains' | 'losses' | 'shifted' | 'isMarked'>;

/**
 * What one ratio shows against real rows alone.
 *
 * More, or less, diverse: ln of the effective kinds differs from that at ratio 0 by more than chance. The mixtures of a draw
 * share all but the replaced rows, so that only these make noise: to first order the variance of the difference is the share of
 * generated rows times the variances of both estimates (jackknife; of rows that tell none, draws of both files). Three
 * levels at ten ratios, two-sided, make 60 statements, among which 5 % are divided (Bonferroni).
 * Shifted: the mean area of the draws exceeds all areas of `noise`.
 * @param ratio in per cent
 */
export function judgeMixture(
  ratio: number,
  diversity: Readonly<Partial<Record<LevelName, LogDiversity>>>,
  atZero: Readonly<Partial<Record<LevelName, LogDiversity>>>,
  shift: MixPoint['shift'],
  noise: Mixing['noise'],
): Judged {
  const tails = LEVEL_NAMES.map((level) => {
    const [here, there] = [diversity[level], atZero[level]];
    return ratio > 0 && here && there ? tailOf(here, there, ratio / 100) : 0.5;
  });
  const alpha = DIVERSITY_ERROR_RATE / (2 * LEVEL_NAMES.length * (RATIOS.length - 1));
  const gains = LEVEL_NAMES.filter((_, at) => 1 - tails[at]! <= alpha);
  const losses = LEVEL_NAMES.filter((_, at) => tails[at]! <= alpha);
  const shifted = SHIFT_NAMES.filter((name) => ratio > 0 && isBeyond(name, shift, noise));
  const isShiftKnown = SHIFT_NAMES.some((name) => isCompared(noise[name]));
  return {
    gains,
    losses,
    shifted,
    isMarked: isShiftKnown && gains.length > 0 && losses.length === 0 && shifted.length === 0,
  };
}

/** Probability of a difference as low as that found, or lower, without any. */
function tailOf(here: LogDiversity, there: LogDiversity, share: number): number {
  const scale = Math.sqrt(share * (here.deviation ** 2 + there.deviation ** 2));
  // Rows of both files that are all alike, or no two of which share a kind: what differs is rounding.
  if (scale <= NO_DEVIATION) return 0.5;
  const degreesOfFreedom = Math.min(here.degreesOfFreedom, there.degreesOfFreedom);
  const t = { location: 0, scale, degreesOfFreedom };
  return studentTCdf(t, here.mean - there.mean);
}

function isBeyond(name: ShiftName, shift: MixPoint['shift'], noise: Mixing['noise']): boolean {
  const found = noise[name];
  const area = shift[name];
  return isCompared(found) && area !== undefined && area.mean > found.limit;
}

/** What all ratios of a curve show together. */
export function judgeCurve(points: readonly MixPoint[], noise: Mixing['noise']): MixVerdict {
  const ratios = points.filter(({ isMarked }) => isMarked).map(({ ratio }) => ratio);
  if (!SHIFT_NAMES.some((name) => isCompared(noise[name])))
    return { code: 'shift-unknown', ratios };
  const firstShifted = points.findIndex(({ shifted }) => shifted.length > 0);
  const unshifted = points[firstShifted < 0 ? points.length - 1 : firstShifted - 1];
  const hasGain = points.some(({ gains, losses }) => gains.length > 0 && losses.length === 0);
  return {
    code: ratios.length > 0 ? 'gains-without-shift' : hasGain ? 'gains-with-shift' : 'no-gain',
    ratios,
    ...(unshifted && { unshiftedUpTo: unshifted.ratio }),
  };
}

/** The rule by which ratios are marked, with its figures. */
export function mixRule(noise: Mixing['noise']): MixRule {
  const limits = SHIFT_NAMES.flatMap((name) => {
    const found = noise[name];
    return isCompared(found) ? [`${found.limit.toFixed(3)} by ${name}`] : [];
  });
  const divisions = SHIFT_NAMES.map((name) => noise[name]).find(isCompared)?.divisions;
  const shift =
    divisions === undefined
      ? 'No shift could be measured, so that no ratio is marked.'
      : `Shift counts where the mean area under the ROC curve exceeds all those of ${divisions} divisions of real rows among themselves (${limits.join(', ')}).`;
  return {
    shiftErrorRate: SHIFT_ERROR_RATE,
    diversityErrorRate: DIVERSITY_ERROR_RATE,
    words: `Marked are ratios at which at least one level of whole rows has more effective kinds than real rows alone beyond noise (error rate ${DIVERSITY_ERROR_RATE} over all levels and ratios), no level has fewer, and no shift is beyond noise (error rate ${SHIFT_ERROR_RATE} over all ratios). ${shift}`,
    usualStart: USUAL_START,
  };
}
