/** A parabola curvature · (x − at)² + lowest; where the curvature is negative, `lowest` is its highest value. */
export interface Parabola {
  readonly at: number;
  readonly lowest: number;
  readonly curvature: number;
}

/**
 * The parabola with the least squared distance from some points.
 * @param xs at least three different ones
 * @returns undefined for fewer than three different x, and where the points lie on a line
 * O(points).
 */
export function fitParabola(xs: readonly number[], ys: readonly number[]): Parabola | undefined {
  const points = xs.length;
  if (new Set(xs).size < 3) return undefined;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / points;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  // Around the means, where the sums are smallest.
  const x = xs.map((value) => value - meanX);
  const y = ys.map((value) => value - meanY);
  const moment = (power: number) => mean(x.map((value) => value ** power));
  const [x2, x3, x4] = [moment(2), moment(3), moment(4)];
  const xy = mean(x.map((value, at) => value * y[at]!));
  const x2y = mean(x.map((value, at) => value ** 2 * y[at]!));
  const curvature = (x2y - (x3 / x2) * xy) / (x4 - x2 ** 2 - x3 ** 2 / x2);
  if (curvature === 0) return undefined;
  const slope = (xy - curvature * x3) / x2;
  const at = -slope / (2 * curvature);
  return { at: meanX + at, lowest: meanY - curvature * (x2 + at ** 2), curvature };
}
