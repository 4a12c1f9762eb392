import type { CountFrequencies } from './countFrequencies.ts';
import { chaoUnseen } from './chaoUnseen.ts';
import type { HillNumbers } from './levelFigures.ts';
import { logGamma } from './logGamma.ts';
import { shannonExtrapolation } from './shannonExtrapolation.ts';

/** What a sample of some other number of rows from the same source would show. */
export interface ExpectedDiversity extends HillNumbers {
  /** Expected sample coverage, 0–1. */
  readonly coverage: number;
}

/** A part of a distribution smaller than this share of its largest term is left out. */
const NEGLIGIBLE = 1e-18;

/**
 * Rarefaction and extrapolation of Hill numbers and sample coverage: what `size` rows drawn from the same source are
 * expected to show, given `units` rows.
 *
 * Both forms of data are one formula. Incidence form (rows carry several kinds): counts are the rows that have each kind.
 * Abundance form (observations of one kind each): counts are observations, and `units` is their sum.
 * - Up to `units`, richness, q = 1 and coverage are exact expectations over all subsets of `size` rows (hypergeometric).
 *   As in iNEXT, q = 1 and 2 divide by the expected sum of counts, which is exact where all rows have equally many kinds.
 * - Beyond, q = 0 grows towards Chao's estimate and q = 1 towards that of Chao, Wang & Jost; trust them to 2 · units.
 * @param frequencies counts of kinds over the rows, none above `units`; at least one kind
 * @param units rows sampled, an integer ≥ 2
 * @param size rows asked for, ≥ 1; an integer where it is below `units`
 * @returns q0 ≥ q1 ≥ q2 > 0
 * @throws RangeError if nothing was counted, a count exceeds `units`, or a size is out of its range
 * O(different counts · √units) below `units`, O(different counts) above.
 * @see Chao et al. (2014), doi:10.1890/13-0133.1, table 1 and appendix; `iNEXT` and `estimateD` of the R
 * package iNEXT 3.0
 */
export function expectedDiversity(
  frequencies: CountFrequencies,
  units: number,
  size: number,
): ExpectedDiversity {
  const { counts, total } = frequencies;
  if (total === 0) throw new RangeError('got no kinds, expected at least one');
  if (!Number.isInteger(units) || units < 2) {
    throw new RangeError(`got ${units} rows, expected an integer ≥ 2`);
  }
  if (counts.at(-1)! > units) {
    throw new RangeError(`got a kind in ${counts.at(-1)!} rows, expected at most ${units}`);
  }
  if (!(size >= 1 && size < Infinity) || (size < units && !Number.isInteger(size))) {
    throw new RangeError(`got size ${size}, expected an integer ≥ 1`);
  }
  const q2 = 1 / expectedConcentration(frequencies, units, size);
  return size < units
    ? { ...rarefied(frequencies, units, size), q2 }
    : { ...extrapolated(frequencies, units, size), q2 };
}

/** The expected Σ p², of any size: unbiased up to and beyond `units`. */
function expectedConcentration(
  { counts, kinds, total }: CountFrequencies,
  units: number,
  size: number,
): number {
  let pairs = 0;
  for (let i = 0; i < counts.length; i++) pairs += kinds[i]! * counts[i]! * (counts[i]! - 1);
  return (
    units / (size * total) + ((1 - 1 / size) * (pairs / (total * total)) * units) / (units - 1)
  );
}

function rarefied({ counts, kinds, total }: CountFrequencies, units: number, size: number) {
  const logSubsets = logChoose(units, size);
  const logOthers = logChoose(units - 1, size);
  let q0 = 0;
  let unseen = 0;
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    const missed = units - count < size ? -Infinity : logChoose(units - count, size);
    q0 += kinds[i]! * -Math.expm1(missed - logSubsets);
    unseen += ((kinds[i]! * count) / total) * Math.exp(missed - logOthers);
    sum += kinds[i]! * expectedCountLogCount(units, count, size);
  }
  const expectedTotal = (total * size) / units;
  const entropy = Math.log(expectedTotal) - sum / expectedTotal;
  return { q0, q1: Math.exp(entropy), coverage: 1 - unseen };
}

/** E[X ln X] of X hypergeometric: a kind's count among `size` rows drawn from `units`, `count` of which have it. */
function expectedCountLogCount(units: number, count: number, size: number): number {
  const lowest = Math.max(0, size + count - units);
  const highest = Math.min(count, size);
  const mode = Math.min(
    highest,
    Math.max(lowest, Math.floor(((size + 1) * (count + 1)) / (units + 2))),
  );
  const others = units - count - size;
  const atMode = Math.exp(
    logChoose(count, mode) + logChoose(units - count, size - mode) - logChoose(units, size),
  );
  let sum = mode > 0 ? atMode * mode * Math.log(mode) : 0;
  for (let x = mode, p = atMode; x < highest;) {
    p *= ((count - x) * (size - x)) / ((x + 1) * (others + x + 1));
    x++;
    if (p < NEGLIGIBLE * atMode) break;
    sum += p * x * Math.log(x);
  }
  for (let x = mode, p = atMode; x > Math.max(1, lowest);) {
    p *= (x * (others + x)) / ((count - x + 1) * (size - x + 1));
    x--;
    if (p < NEGLIGIBLE * atMode) break;
    sum += p * x * Math.log(x);
  }
  return sum;
}

function extrapolated(frequencies: CountFrequencies, units: number, size: number) {
  const { total, kindCount, once, twice } = frequencies;
  const unseen = chaoUnseen(once, twice, units);
  /** Share of the unseen that one more row leaves unseen. */
  const left = once === 0 ? 0 : (units * unseen) / (units * unseen + once);
  return {
    q0: kindCount + unseen * (1 - left ** (size - units)),
    q1: shannonExtrapolation(frequencies, units)(size),
    coverage: 1 - (once / total) * left ** (size - units + 1),
  };
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
