import type { CountFrequencies } from './countFrequencies.ts';
import { chaoUnseen } from './chaoUnseen.ts';
import { digamma } from './digamma.ts';
import { logSeriesTail } from './logSeriesTail.ts';

/**
 * The effective number of kinds (q = 1) that the whole source has, unseen kinds included.
 * @param frequencies counts of kinds over the rows (incidence), or over observations (abundance: `units` is their sum);
 * at least one kind
 * @param units sampling units, an integer ≥ 1
 * @returns in kinds, at least the observed number but for rounding
 * O(different counts) time.
 * @see Chao, Wang & Jost (2013), doi:10.1111/2041-210X.12108, eq. 7b; incidence form in Chao et al. (2014), appendix H;
 * `ChaoShannon` of the R package iNEXT, whose sums overflow where many units were sampled
 */
export function shannonAsymptote(frequencies: CountFrequencies, units: number): number {
  const { counts, kinds, total, once, twice } = frequencies;
  const ofUnits = digamma(units);
  let entropy = 0;
  for (let i = 0; i < counts.length; i++) {
    entropy += kinds[i]! * (counts[i]! / units) * (ofUnits - digamma(counts[i]!));
  }
  if (once > 0 && units > 1) {
    const unseen = units * chaoUnseen(once, twice, units);
    entropy += (once / units) * logSeriesTail(unseen / (unseen + once), units);
  }
  return Math.exp((units / total) * entropy) * (total / units);
}
