import type { MicroLevel } from './microLevel.ts';

const POINTS = 64;

/**
 * The rank–frequency (Zipf) curve, thinned for drawing on logarithmic axes.
 * @param descending counts of the types, highest first; not mutated
 * @returns at most 64 points of ascending rank, the first and the last rank among them, evenly spread on a log scale and
 * rounded to whole ranks
 */
export function rankFrequency(descending: Uint32Array): MicroLevel['rankFrequency'] {
  const points: { rank: number; count: number }[] = [];
  for (let point = 0; point < POINTS; point++) {
    const rank = Math.round(descending.length ** (point / (POINTS - 1)));
    if (descending.length === 0 || rank === points.at(-1)?.rank) continue;
    points.push({ rank, count: descending[rank - 1]! });
  }
  return points;
}
