import { lowerBound, upperBound } from '../stats/bounds.ts';

/** The tail starts at the upper quartile. */
const TAIL = 0.25;
/** Share of the values above each of the three quantiles from which the tail's shape is told: each half of the one before. */
const MIDDLE = 2 * TAIL;
const FAR = TAIL / 2;
/** Half a standard error of the shape, times the square root of the number of values above the highest quantile, at shape 0. */
const SHAPE_ERROR = Math.sqrt(3) / (4 * Math.LN2 ** 2);
/** As good as exponential. */
const MIN_SHAPE = 1e-6;

/**
 * How rare a value is under the distribution that most of some values show: −ln of the share expected to be at least as
 * high. Up to the upper quartile that is the empirical share (ties share their mean rank). Above it, where strangers may
 * stand, a generalised Pareto distribution goes on from the quantiles 1/2, 3/4 and 7/8, so that up to an eighth of the values
 * may be strangers without raising the limit for one another. Its shape is Pickands' estimate and a standard error more, at
 * least 0 (an exponential tail): a tail that cannot be told from a heavier one counts as the heavier one, as a value that is
 * usual after all must not look rare.
 * @param values finite; not mutated
 * @param minScale in the unit of the values, > 0: the tail falls by a factor of e within so much, at least
 * @returns for any value nats ≥ 0, never falling with the value; 0 for all where there are no values
 * O(n log n) once, O(log n) for a value.
 * @see Pickands (1975), Statistical Inference Using Extreme Order Statistics, Annals of Statistics 3; his estimate's variance:
 *   de Haan & Ferreira (2006), Extreme Value Theory, theorem 3.3.5
 */
export function heavyTail(values: Float64Array, minScale: number): (value: number) => number {
  const sorted = values.slice().sort();
  const count = sorted.length;
  if (count === 0) return () => 0;
  const quantileAbove = (share: number) => sorted[Math.ceil((1 - share) * count) - 1]!;
  const start = quantileAbove(TAIL);
  const middle = start - quantileAbove(MIDDLE);
  const far = quantileAbove(FAR) - start;
  const estimate = middle > 0 && far > 0 ? Math.log2(far / middle) : 0;
  const shape = Math.max(MIN_SHAPE, estimate + SHAPE_ERROR / Math.sqrt(FAR * count));
  // From the median to the upper quartile the distribution halves: with this scale at the quartile the tail has done so.
  const scale = Math.max(minScale, (middle * shape) / (1 - 2 ** -shape));
  return (value) => {
    if (value > start) {
      return Math.log1p((shape * (value - start)) / scale) / shape - Math.log(TAIL);
    }
    const below = lowerBound(sorted, value);
    const above = count - upperBound(sorted, value);
    return -Math.log(Math.max(TAIL, (above + (count - above - below) / 2) / count));
  };
}
