import { quartiles } from './quartiles.ts';

/**
 * A line through the medians of the lower and the upper third of the points along x, which a few strangers do not move,
 * at the level that has half of the points above it. Level beyond the two medians: nothing is known there. A third has all
 * points of its last x, so that the line does not depend on the order of the points.
 * @param points indexes into `x` and `y`, at least one
 * @returns the line's value at any x
 * O(points log points).
 * @see Tukey (1977), Exploratory Data Analysis, ch. 5
 */
export function resistantLine(
  points: readonly number[],
  x: Float64Array,
  y: Float32Array | Float64Array,
): (x: number) => number {
  const alongX = Float64Array.from(points, (point) => x[point]!).sort();
  const third = Math.ceil(alongX.length / 3);
  const lower = points.filter((point) => x[point]! <= alongX[third - 1]!);
  const upper = points.filter((point) => x[point]! >= alongX[alongX.length - third]!);
  const start = medianOf(lower, x);
  const end = medianOf(upper, x);
  const rise = medianOf(upper, y) - medianOf(lower, y);
  const slope = end > start ? rise / (end - start) : 0;
  const sloped = (at: number) => slope * (Math.min(end, Math.max(start, at)) - start);
  const residuals = Float64Array.from(points, (point) => y[point]! - sloped(x[point]!));
  const level = quartiles(residuals).median;
  return (at) => level + sloped(at);
}

function medianOf(points: readonly number[], values: Float32Array | Float64Array): number {
  return quartiles(Float64Array.from(points, (point) => values[point]!)).median;
}
