/** Terms smaller than this share of the sum so far change nothing. */
const NEGLIGIBLE = 1e-17;

/**
 * How likely a Poisson variable is at least as far out as the count, on its side of the mean: P(X ≥ count) where the count is
 * above `mean`, else P(X ≤ count).
 * @param count an integer ≥ 0
 * @param mean above 0
 * @returns 0–1 (0 where the probability is below the smallest double)
 * @throws RangeError for other arguments. Relative error below 10⁻¹⁰. O(√mean) time.
 * @see scipy.stats.poisson.sf(count − 1, mean) and .cdf(count, mean)
 */
export function poissonTail(count: number, mean: number): number {
  if (!Number.isInteger(count) || count < 0 || !(mean > 0)) {
    throw new RangeError(`got count ${count} and mean ${mean}, expected count ≥ 0 and mean > 0`);
  }
  let term = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
  let sum = term;
  if (count > mean) {
    for (let k = count + 1; term > sum * NEGLIGIBLE; k++) sum += term *= mean / k;
  } else {
    for (let k = count; k > 0 && term > sum * NEGLIGIBLE; k--) sum += term *= k / mean;
  }
  return Math.min(1, sum);
}

const SMALL = 16;

/** ln n! by Stirling's series, with the first factors multiplied out where n is small. */
function logFactorial(n: number): number {
  if (n < SMALL) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return Math.log(product);
  }
  const x = n + 1;
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
