/** From here on Stirling's series is exact to the last bits. */
const STIRLING_FROM = 10;

/** ln √(2π) */
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;

/**
 * The natural logarithm of the gamma function, ln Γ(x): ln (x − 1)! for whole x.
 * @param x above 0
 * @returns relative error below 1e-14
 * @throws RangeError if x is not above 0
 * Stirling's series, for small x after shifting by Γ(x + 1) = x Γ(x). O(1).
 * @see Abramowitz & Stegun (1964), 6.1.41
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`got ${x}, expected a number above 0`);
  let shift = 1;
  while (x < STIRLING_FROM) shift *= x++;
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series =
    1 / 12 -
    square *
      (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square / 365))));
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series * inverse - Math.log(shift);
}
