/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959_963_984_540_054;
const STEPS = 60;

/**
 * A 95 % interval for an area under the ROC curve, which holds at 0 and 1 too: the areas for which the one found is at most
 * 1.96 standard errors away, the standard error being that of the area in question. Its variance is as many times larger than
 * that of one fixed classifier as `deviation`² is than the variance of random ranks: at 0.5 the standard error is `deviation`.
 * @param area in [0, 1]
 * @param deviation standard deviation of the area where labels are given at random
 * O(1).
 * @see Newcombe (2006), doi:10.1002/sim.2324, method 5, after Hanley & McNeil (1982)
 */
export function areaInterval(
  area: number,
  positives: number,
  negatives: number,
  deviation: number,
): { readonly low: number; readonly high: number } {
  const half = (positives + negatives) / 2;
  const rankVariance = (positives + negatives + 1) / (12 * positives * negatives);
  const inflation = Math.max(1, deviation ** 2 / rankVariance);
  const isWithin = (candidate: number): boolean => {
    const spread = (1 - candidate) / (2 - candidate) + candidate / (1 + candidate);
    const variance =
      (candidate * (1 - candidate) * (1 + (half - 1) * spread)) / (positives * negatives);
    return Math.abs(area - candidate) <= NORMAL_95 * Math.sqrt(variance * inflation);
  };
  const furthest = (end: number): number => {
    let inside = area;
    let outside = end;
    for (let step = 0; step < STEPS; step++) {
      const middle = (inside + outside) / 2;
      if (isWithin(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { low: furthest(0), high: furthest(1) };
}
