/**
 * Share of hapax legomena: types that occur once among all types.
 * @param counts occurrences of each type, integers ≥ 0; zeros are no types; not mutated
 * @returns in [0, 1]; undefined where nothing was counted. It falls slowly as a set grows: compare sets of equal size.
 * O(types) time.
 * @see Baayen (2001), Word Frequency Distributions, V(1, N) / V(N), doi:10.1007/978-94-010-0844-0
 */
export function hapaxShare(counts: ArrayLike<number>): number | undefined {
  let types = 0;
  let hapaxes = 0;
  for (let type = 0; type < counts.length; type++) {
    if (counts[type]! > 0) types++;
    if (counts[type] === 1) hapaxes++;
  }
  return types === 0 ? undefined : hapaxes / types;
}
