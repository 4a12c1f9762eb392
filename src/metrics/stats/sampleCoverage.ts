/**
 * Sample coverage of independent observations, abundance form: the estimated share of what the source produces that
 * belongs to kinds already seen. Where each row carries several kinds, use `incidenceCoverage`.
 * @param counts observations of each kind, integers ≥ 0; zeros are ignored; not mutated
 * @returns Ĉ(n) in [0, 1]; undefined for fewer than two observations, which say nothing about the unseen
 * @throws RangeError if a count is negative or no integer
 * O(kinds) time.
 * @see Chao & Jost (2012), eq. 4a, doi:10.1890/11-1952.1; `DataInfo()$SC` of the R package iNEXT, which follows the
 * bias-corrected form where no kind was seen twice, and which returns 1 for a single observation.
 */
export function sampleCoverage(counts: ArrayLike<number>): number | undefined {
  return coverageEstimate(counts, undefined);
}

/**
 * The estimator behind both forms: 1 − (f₁ / total) · units · f̂₀ / (units · f̂₀ + f₁), where f̂₀ is Chao's estimate of
 * the number of unseen kinds.
 * @param units sampling units; undefined where every observation is its own unit
 */
export function coverageEstimate(
  counts: ArrayLike<number>,
  units: number | undefined,
): number | undefined {
  let total = 0;
  let singletons = 0;
  let doubletons = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (!Number.isInteger(count) || count < 0 || count > (units ?? Infinity)) {
      const limit = units === undefined ? '' : ` and ≤ ${units} rows`;
      throw new RangeError(`got count ${count} for kind ${kind}, expected an integer ≥ 0${limit}`);
    }
    total += count;
    if (count === 1) singletons++;
    else if (count === 2) doubletons++;
  }
  const n = units ?? total;
  if (total === 0 || n < 2) return undefined;
  if (singletons === 0) return 1;
  const pairs =
    doubletons > 0
      ? (singletons * singletons) / (2 * doubletons)
      : (singletons * (singletons - 1)) / 2;
  // (n − 1) · pairs is n · f̂₀.
  const unseen = (n - 1) * pairs;
  return 1 - (singletons / total) * (unseen / (unseen + singletons));
}
