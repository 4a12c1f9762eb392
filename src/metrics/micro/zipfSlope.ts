const MOST_STEPS = 100;
const TOLERANCE = 1e-10;

/**
 * Slope of the rank–frequency curve on logarithmic axes: −s of the Zipf distribution p(r) ∝ r^−s over the ranks 1 … V,
 * by maximum likelihood over all observed ranks. The likelihood is greatest where the mean of ln r under the
 * distribution equals that of the tokens; the root is found by Newton's method, guarded by bisection.
 * @param descending counts of the types, highest first, integers ≥ 1; not mutated
 * @returns ≤ 0, about −1 for natural text, nearer to 0 where all types are about equally frequent; undefined for fewer
 * than two types
 * @throws RangeError if the counts are not descending and ≥ 1
 * O(types) time per step, some 6 steps of 20 ns per type.
 * @see Goldstein et al. (2004), doi:10.1140/epjb/e2004-00316-5; least squares on the logarithms, the usual way, is ruled by
 * the many ties among rare types
 */
export function zipfSlope(descending: Uint32Array): number | undefined {
  const types = descending.length;
  if (types < 2) return undefined;
  const logRanks = new Float64Array(types);
  let tokens = 0;
  let sum = 0;
  for (let type = 0; type < types; type++) {
    const count = descending[type]!;
    if (count < 1 || count > (descending[type - 1] ?? Infinity)) {
      throw new RangeError(
        `got count ${count} at rank ${type + 1}, expected descending counts ≥ 1`,
      );
    }
    logRanks[type] = Math.log(type + 1);
    tokens += count;
    sum += count * logRanks[type]!;
  }
  const observed = sum / tokens;
  // Descending counts have a mean of ln r of at most that at s = 0; it falls as s grows.
  let low = 0;
  let high = 1;
  while (meanLogRank(logRanks, high).mean > observed && high < 64) high *= 2;
  let exponent = 1;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { mean, variance } = meanLogRank(logRanks, exponent);
    if (mean > observed) low = exponent;
    else high = exponent;
    const newton = exponent + (mean - observed) / variance;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - exponent) < TOLERANCE) break;
    exponent = next;
  }
  return -exponent;
}

/** Mean and variance of ln r under p(r) ∝ r^−s. */
function meanLogRank(logRanks: Float64Array, exponent: number): { mean: number; variance: number } {
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let type = 0; type < logRanks.length; type++) {
    const logRank = logRanks[type]!;
    const weight = Math.exp(-exponent * logRank);
    total += weight;
    sum += weight * logRank;
    squares += weight * logRank * logRank;
  }
  const mean = sum / total;
  return { mean, variance: squares / total - mean * mean };
}
