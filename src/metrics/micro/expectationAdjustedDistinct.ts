/**
 * Expectation-adjusted distinct (EAD): types seen over the types that as many tokens would show if every token of the
 * vocabulary were equally likely, N / (V (1 − ((V − 1) / V)^C)). Unlike distinct-1 it does not fall with length alone.
 * @param types different tokens N, an integer ≥ 0
 * @param tokens tokens C, an integer ≥ types
 * @param vocabularySize tokens V that the encoding has, an integer ≥ 1; compare figures of one V only
 * @returns ≥ 0, 1 where the text is as varied as uniform draws; undefined where there are no tokens
 * @throws RangeError if an argument is out of its range
 * O(1). The power is taken through log1p and expm1, so that no digit is lost for a V of hundreds of thousands.
 * @see Liu et al. (2022), doi:10.18653/v1/2022.acl-short.86; the formula in lsy641/Expectation-Adjusted-Distinct
 */
export function expectationAdjustedDistinct(
  types: number,
  tokens: number,
  vocabularySize: number,
): number | undefined {
  if (!Number.isInteger(vocabularySize) || vocabularySize < 1) {
    throw new RangeError(`got a vocabulary of ${vocabularySize}, expected an integer ≥ 1`);
  }
  if (!Number.isInteger(types) || !Number.isInteger(tokens) || types < 0 || tokens < types) {
    throw new RangeError(`got ${types} types of ${tokens} tokens, expected 0 ≤ types ≤ tokens`);
  }
  if (tokens === 0) return undefined;
  const seenShare = -Math.expm1(tokens * Math.log1p(-1 / vocabularySize));
  return types / (vocabularySize * seenShare);
}
