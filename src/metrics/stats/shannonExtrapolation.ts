import type { CountFrequencies } from './countFrequencies.ts';
import { countLogCount } from './countLogCount.ts';
import { shannonAsymptote } from './shannonAsymptote.ts';

/**
 * The effective number of kinds (q = 1) that a larger sample is expected to show: from the observed number it approaches
 * the estimate for the whole source at the rate of the sample's last unit.
 * @param frequencies counts of kinds over the units; at least one kind
 * @param units sampling units (incidence) or observations (abundance), an integer ≥ 2
 * @returns a function of the size ≥ `units`, in kinds
 * O(different counts) time, each size O(1).
 * @see Chao et al. (2014), doi:10.1890/13-0133.1, table 1, as the R package iNEXT 3.0 computes it
 */
export function shannonExtrapolation(
  frequencies: CountFrequencies,
  units: number,
): (size: number) => number {
  const { counts, kinds, total } = frequencies;
  let sum = 0;
  let lastUnit = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    sum += kinds[i]! * countLogCount(count);
    lastUnit += kinds[i]! * (count / units) * (countLogCount(count) - countLogCount(count - 1));
  }
  const observed = Math.exp(Math.log(total) - sum / total);
  const missing = shannonAsymptote(frequencies, units) - observed;
  // The entropy that the last unit added, in a form whose terms are as small as it is.
  const entropyGained = -Math.log1p(-1 / units) + (sum - units * lastUnit) / (total * (units - 1));
  const gained = -observed * Math.expm1(-entropyGained);
  // Where all is seen, rounding alone is left.
  if (!(missing > 0 && gained > 0)) return () => observed;
  const left = missing / (missing + gained);
  return (size) => observed + missing * (1 - left ** (size - units));
}
