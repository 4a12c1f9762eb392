/**
 * Hypergeometric distribution diversity (HD-D): the expected share of different words among 42 drawn without replacement,
 * Σ over types of (1 − P(no occurrence drawn)) / 42.
 * @param counts occurrences of each type, integers ≥ 0; not mutated
 * @param draws words drawn, an integer ≥ 1
 * @returns in (0, 1]; undefined where there are fewer words than draws. It hardly depends on the length.
 * @throws RangeError if `draws` is no integer ≥ 1
 * O(types · draws) time; the product is exact to rounding.
 * @see McCarthy & Jarvis (2007), doi:10.1177/0265532207080767; `hdd` of LexicalRichness, which throws where this is undefined
 */
export function hypergeometricDiversity(counts: ArrayLike<number>, draws = 42): number | undefined {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`got ${draws} draws, expected an integer ≥ 1`);
  }
  let words = 0;
  for (let type = 0; type < counts.length; type++) words += counts[type]!;
  if (words < draws) return undefined;
  /** The probability is the same for all types of one count, and most counts are small. */
  const contributions = new Map<number, number>();
  let sum = 0;
  for (let type = 0; type < counts.length; type++) {
    const count = counts[type]!;
    let contribution = contributions.get(count);
    if (contribution === undefined) {
      contribution = 1 - probabilityOfNone(words, count, draws);
      contributions.set(count, contribution);
    }
    sum += contribution;
  }
  return sum / draws;
}

/** C(words − count, draws) / C(words, draws) */
function probabilityOfNone(words: number, count: number, draws: number): number {
  let probability = 1;
  for (let draw = 0; draw < draws && probability > 0; draw++) {
    probability *= Math.max(0, words - count - draw) / (words - draw);
  }
  return probability;
}
