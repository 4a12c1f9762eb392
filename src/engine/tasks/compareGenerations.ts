import { diversityDifference } from '../../metrics/compare/diversityDifference.ts';
import { kindShift } from '../../metrics/compare/kindShift.ts';
import { tailLoss } from '../../metrics/compare/tailLoss.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import { studentTCdf } from '../../metrics/stats/studentT.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import type { SinceFirst } from '../track/generations.ts';

export interface CompareGenerationsParams {
  readonly first: TokenColumn;
  readonly later: TokenColumn;
  readonly kinds: number;
  readonly seed: number;
  /** Whether it is also asked how differently kinds are used. */
  readonly withDrift: boolean;
}

/** Two-sided 95 % point of the normal distribution, of which the interval is. */
const NORMAL_95 = 1.959_963_984_540_054;
/** Of a jackknife over 50 groups. */
const DEGREES_OF_FREEDOM = 49;

/** What a later generation has less of than the first; undefined where one has fewer than two rows, or no kind. */
export function compareGenerations(
  { setup }: TaskContext,
  { first, later, kinds, seed, withDrift }: CompareGenerationsParams,
): SinceFirst | undefined {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const options = { seed, checkpoint };
  const sampleOf = ({ values, offsets }: TokenColumn) => kindSample(values, offsets, kinds);
  const difference = diversityDifference(sampleOf(later), sampleOf(first), options);
  checkpoint();
  const lost = tailLoss(first, later, kinds, options);
  if (!difference || !lost) return undefined;
  const drift = withDrift ? kindShift(later, first, kinds, options) : undefined;
  const { ratio, interval } = difference;
  const logRatio = {
    location: 0,
    scale: Math.log(interval.high / ratio) / NORMAL_95,
    degreesOfFreedom: DEGREES_OF_FREEDOM,
  };
  return {
    ratio: { value: ratio, ...interval },
    narrowingPValue: studentTCdf(logRatio, Math.log(ratio)),
    tailLoss: lost,
    ...(drift && { drift }),
  };
}
