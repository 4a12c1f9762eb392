/**
 * Moving-average type–token ratio (MATTR): the mean share of different words in every window of so many words.
 * @param words numbers of words in the order of the text, below `types`; not mutated
 * @param types how many numbers there are
 * @param window words per window, an integer ≥ 1; the reference program's default is 100
 * @returns in [1 / window, 1]; undefined where the text is shorter than a window. It does not depend on the length.
 * @throws RangeError if `window` is no integer ≥ 1
 * O(words + types) time, 4 bytes per type.
 * @see Covington & McFall (2010), doi:10.1080/09296171003643098; `mattr` of LexicalRichness, which throws where this is
 * undefined
 */
export function movingAverageTypeTokenRatio(
  words: Uint32Array,
  types: number,
  window = 100,
): number | undefined {
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(`got a window of ${window} words, expected an integer ≥ 1`);
  }
  if (words.length < window) return undefined;
  const counts = new Uint32Array(types);
  let different = 0;
  let sum = 0;
  for (let end = 0; end < words.length; end++) {
    if (counts[words[end]!]!++ === 0) different++;
    if (end >= window && --counts[words[end - window]!]! === 0) different--;
    if (end >= window - 1) sum += different;
  }
  return sum / window / (words.length - window + 1);
}
