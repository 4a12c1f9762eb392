import type { CountFrequencies } from './countFrequencies.ts';
import { expectedRichness, type ExpectedRichness } from './expectedRichness.ts';
import type { HillNumbers } from './levelFigures.ts';
import { logChoose } from './logChoose.ts';
import { shannonExtrapolation } from './shannonExtrapolation.ts';

/** What a sample of some other number of rows from the same source would show. */
export type ExpectedDiversity = HillNumbers & ExpectedRichness;

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
  const richness = expectedRichness(frequencies, units, size);
  const q1 =
    size < units
      ? rarefiedShannon(frequencies, units, size)
      : shannonExtrapolation(frequencies, units)(size);
  return { ...richness, q1, q2: 1 / expectedConcentration(frequencies, units, size) };
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

/** The expected effective number of kinds (q = 1) below `units`. */
function rarefiedShannon({ counts, kinds, total }: CountFrequencies, units: number, size: number) {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += kinds[i]! * expectedCountLogCount(units, counts[i]!, size);
  }
  const expectedTotal = (total * size) / units;
  return Math.exp(Math.log(expectedTotal) - sum / expectedTotal);
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
