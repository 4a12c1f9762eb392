import type { HillNumbers } from './levelFigures.ts';

/**
 * Observed Hill numbers of orders 0, 1 and 2: the effective numbers of kinds in a sample.
 * @param counts occurrences (or incidences) of each kind, finite and ≥ 0; zeros do not count as kinds; not mutated
 * @returns in kinds, q0 ≥ q1 ≥ q2 ≥ 1; undefined where nothing was counted
 * @throws RangeError if a count is negative or not finite
 * O(kinds) time. The sums follow the order of `counts`, so the last bits depend on it.
 * @see Hill (1973), doi:10.2307/1934352; `Observed` in the asymptotic table of the R package iNEXT
 */
export function hillNumbers(counts: ArrayLike<number>): HillNumbers | undefined {
  let total = 0;
  let kinds = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (!(count >= 0 && count < Infinity)) {
      throw new RangeError(`got count ${count} for kind ${kind}, expected a finite number ≥ 0`);
    }
    total += count;
    if (count > 0) kinds++;
  }
  if (kinds === 0) return undefined;
  let entropy = 0;
  let concentration = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const share = counts[kind]! / total;
    if (share > 0) entropy -= share * Math.log(share);
    concentration += share * share;
  }
  // Rounding puts even samples a few units in the last place above their richness.
  const q1 = Math.min(kinds, Math.max(1, Math.exp(entropy)));
  const q2 = Math.min(q1, Math.max(1, 1 / concentration));
  return { q0: kinds, q1, q2 };
}
