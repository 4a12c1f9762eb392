/**
 * Chao's lower bound for the number of kinds that the source has and the sample does not: Chao2 − S for rows that carry
 * several kinds each, and Chao1 − S for independent observations, where `units` is the number of observations.
 * @param once kinds seen in exactly one unit (f₁, Q₁), an integer ≥ 0
 * @param twice kinds seen in exactly two units (f₂, Q₂), an integer ≥ 0
 * @param units sampling units, an integer ≥ 1
 * @returns in kinds, ≥ 0: (T − 1)/T · Q₁² / 2Q₂, or the bias-corrected (T − 1)/T · Q₁(Q₁ − 1)/2 where no kind was seen twice
 * @see Chao (1984, 1987), doi:10.2307/2531532; `ChaoRichness` of the R package iNEXT
 */
export function chaoUnseen(once: number, twice: number, units: number): number {
  const pairs = twice > 0 ? (once * once) / (2 * twice) : (once * Math.max(0, once - 1)) / 2;
  return ((units - 1) / units) * pairs;
}
