import { median, selectInPlace } from './median.ts';

/** A line between two places, level beyond them. */
export interface ResistantLine {
  readonly start: number;
  readonly end: number;
  /** At `start`. */
  readonly level: number;
  readonly slope: number;
}

export function lineAt({ start, end, level, slope }: ResistantLine, x: number): number {
  return level + slope * (Math.min(end, Math.max(start, x)) - start);
}

/** Points along x, with those of the lower and of the upper third and the medians of these along x. */
export interface Thirds {
  readonly points: Uint32Array;
  readonly x: Float64Array;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * A third has all points of its last x, so that nothing depends on the order of the points.
 * @param points indexes into `x`, at least one
 * Expected O(points).
 */
export function thirdsAlong(points: Uint32Array, x: Float64Array): Thirds {
  const along = valuesAt(points, x);
  if (areEqual(along)) {
    return { points, x, lower: points, upper: points, start: along[0]!, end: along[0]! };
  }
  const third = Math.ceil(points.length / 3);
  const lowest = selectInPlace(along, third - 1);
  const highest = selectInPlace(along, points.length - third);
  const lower = pointsWithin(points, x, -Infinity, lowest);
  const upper = pointsWithin(points, x, highest, Infinity);
  return { points, x, lower, upper, start: medianOf(lower, x), end: medianOf(upper, x) };
}

/**
 * A line through the medians of the lower and the upper third of the points along x, which a few strangers do not move,
 * at the level that has half of the points above it. Level beyond the two medians: nothing is known there.
 * @param y of the points
 * Expected O(points).
 * @see Tukey (1977), Exploratory Data Analysis, ch. 5
 */
export function resistantLine(
  { points, x, lower, upper, start, end }: Thirds,
  y: Float32Array | Float64Array,
): ResistantLine {
  const slope = end > start ? (medianOf(upper, y) - medianOf(lower, y)) / (end - start) : 0;
  const sloped = { start, end, level: 0, slope };
  const residuals = valuesAt(points, y);
  for (let i = 0; i < points.length; i++) residuals[i]! -= lineAt(sloped, x[points[i]!]!);
  return { ...sloped, level: median(residuals) };
}

function areEqual(values: Float64Array): boolean {
  for (let at = 1; at < values.length; at++) if (values[at] !== values[0]) return false;
  return true;
}

function pointsWithin(
  points: Uint32Array,
  x: Float64Array,
  low: number,
  high: number,
): Uint32Array {
  const found = new Uint32Array(points.length);
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    const at = x[points[i]!]!;
    if (at >= low && at <= high) found[count++] = points[i]!;
  }
  return found.subarray(0, count);
}

function medianOf(points: Uint32Array, values: Float32Array | Float64Array): number {
  return median(valuesAt(points, values));
}

function valuesAt(points: Uint32Array, values: Float32Array | Float64Array): Float64Array {
  const found = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) found[i] = values[points[i]!]!;
  return found;
}
