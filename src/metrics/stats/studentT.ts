import { incompleteBeta } from './incompleteBeta.ts';
import { logGamma } from './logGamma.ts';

/** A Student t distribution, moved to `location` and stretched by `scale`. */
export interface StudentT {
  readonly location: number;
  /** Above 0, or 0 where all weight lies on the location. */
  readonly scale: number;
  /** Above 0. */
  readonly degreesOfFreedom: number;
}

/**
 * P(X ≤ x).
 * @returns 0–1; small tails keep their relative precision. At the location of a distribution without spread: ½
 * @see DLMF 8.17; scipy.stats.t.cdf
 */
export function studentTCdf({ location, scale, degreesOfFreedom }: StudentT, x: number): number {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`got ${degreesOfFreedom} degrees of freedom, expected more than 0`);
  }
  if (x === location) return 0.5;
  if (scale === 0) return x < location ? 0 : 1;
  const t = (x - location) / scale;
  const tail =
    incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The interval in the middle that holds `share` of the distribution.
 * @param share above 0, below 1
 * @throws RangeError for another share. Bisection on the distribution function: some sixty of its evaluations.
 */
export function centralInterval(
  { location, scale, degreesOfFreedom }: StudentT,
  share: number,
): { readonly low: number; readonly high: number } {
  const reach = scale * centralReach(degreesOfFreedom, share);
  return { low: location - reach, high: location + reach };
}

/**
 * How many scales the middle `share` reaches to each side: the (1 + share) / 2 quantile of the standard distribution.
 * @throws RangeError for a share that is not between 0 and 1
 * @see scipy.stats.t.ppf
 */
export function centralReach(degreesOfFreedom: number, share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`got share ${share}, expected 0 to 1`);
  const standard: StudentT = { location: 0, scale: 1, degreesOfFreedom };
  // The lower tail is exact where the upper one is rounded.
  const tail = (1 - share) / 2;
  let far = 1;
  while (studentTCdf(standard, -far) > tail) far *= 2;
  let near = far > 1 ? far / 2 : 0;
  for (;;) {
    const middle = (near + far) / 2;
    if (middle <= near || middle >= far) return far;
    if (studentTCdf(standard, -middle) > tail) near = middle;
    else far = middle;
  }
}

/**
 * The natural logarithm of the density at x; −Infinity or Infinity where there is no spread.
 * @see scipy.stats.t.logpdf
 */
export function studentTLogDensity(
  { location, scale, degreesOfFreedom }: StudentT,
  x: number,
): number {
  if (scale === 0) return x === location ? Infinity : -Infinity;
  const t = (x - location) / scale;
  const half = degreesOfFreedom / 2;
  return (
    logGamma(half + 0.5) -
    logGamma(half) -
    0.5 * Math.log(degreesOfFreedom * Math.PI) -
    Math.log(scale) -
    (half + 0.5) * Math.log1p((t * t) / degreesOfFreedom)
  );
}
