import { quantile } from '../stats/quantile.ts';
import type { LengthDistribution } from './microLevel.ts';

const BINS_PER_DOUBLING = 4;

/**
 * How long rows are.
 *
 * Quartiles interpolate linearly between the two nearest rows (Hyndman & Fan's type 7, the default of R and NumPy).
 * The histogram has four bins to each doubling; their edges, powers of 2^¼, are rounded up to whole tokens and those that
 * coincide are merged, so that they are the same for every file. It runs from the bin of the shortest row to the bin of
 * the longest, empty bins in between included.
 * @param lengths tokens of each row, integers ≥ 1; not mutated
 * @returns undefined where there are no rows
 * @throws RangeError if a length is below 1
 * O(n log n) time, a copy of the lengths.
 * @see Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566
 */
export function lengthDistribution(lengths: Uint32Array): LengthDistribution | undefined {
  if (lengths.length === 0) return undefined;
  const sorted = lengths.slice().sort();
  if (sorted[0] === 0) throw new RangeError('got a row of 0 tokens, expected lengths ≥ 1');
  let total = 0;
  for (let row = 0; row < sorted.length; row++) total += sorted[row]!;
  return {
    min: sorted[0]!,
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    max: sorted[sorted.length - 1]!,
    mean: total / sorted.length,
    histogram: histogram(sorted),
  };
}

function histogram(sorted: Uint32Array): LengthDistribution['histogram'] {
  const longest = sorted[sorted.length - 1]!;
  const bins: { from: number; to: number; rows: number }[] = [];
  let row = 0;
  for (let from = 1, step = 1; from <= longest; step++) {
    const to = Math.ceil(2 ** (step / BINS_PER_DOUBLING));
    if (to === from) continue;
    const firstRow = row;
    while (row < sorted.length && sorted[row]! < to) row++;
    if (row > 0) bins.push({ from, to, rows: row - firstRow });
    from = to;
  }
  return bins;
}
