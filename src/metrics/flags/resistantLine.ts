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
  const first = x[points[0]!]!;
  if (points.every((point) => x[point] === first)) {
    const level = medianOf(points, y);
    return () => level;
  }
  const alongX = valuesAt(points, x).sort();
  const third = Math.ceil(alongX.length / 3);
  const lower = points.filter((point) => x[point]! <= alongX[third - 1]!);
  const upper = points.filter((point) => x[point]! >= alongX[alongX.length - third]!);
  const start = medianOf(lower, x);
  const end = medianOf(upper, x);
  const rise = medianOf(upper, y) - medianOf(lower, y);
  const slope = end > start ? rise / (end - start) : 0;
  const sloped = (at: number) => slope * (Math.min(end, Math.max(start, at)) - start);
  const residuals = valuesAt(points, y);
  for (let i = 0; i < points.length; i++) residuals[i]! -= sloped(x[points[i]!]!);
  const level = quartiles(residuals).median;
  return (at) => level + sloped(at);
}

function medianOf(points: readonly number[], values: Float32Array | Float64Array): number {
  return quartiles(valuesAt(points, values)).median;
}

function valuesAt(points: readonly number[], values: Float32Array | Float64Array): Float64Array {
  const found = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) found[i] = values[points[i]!]!;
  return found;
}
