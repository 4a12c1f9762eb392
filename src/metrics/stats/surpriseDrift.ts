import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';

/** Rows that are drawn from, and how often they are put in another order: some 100,000 rows for each size, for sums only. */
const MOST_ROWS = 10_000;
const SHUFFLES = 16;

/**
 * How far the mean surprise of the occurrences in so many random rows is expected to lie from that of all: not at all where rows
 * are equally long; below it where long rows, which weigh more in all than in most samples, say what is rare.
 * @param order of all rows, at random
 * @param surpriseOf the sum of the surprises of the occurrences in a row
 * @param whole the mean surprise of all occurrences
 * @returns for a number of rows, in nats; 0 for more than are drawn from, whose mean hardly differs
 * O(rows) time and memory for at most 10,000 rows; then O(rows / size) for a size.
 */
export function surpriseDrift(
  { offsets, rows }: Pick<KindSample, 'offsets' | 'rows'>,
  order: Uint32Array,
  surpriseOf: (row: number) => number,
  whole: number,
  random: Random,
): (size: number) => number {
  const used = Math.min(rows, MOST_ROWS);
  const excess = new Float64Array(used);
  const lengths = new Uint32Array(used);
  for (let at = 0; at < used; at++) {
    const row = order[at]!;
    lengths[at] = offsets[row + 1]! - offsets[row]!;
    excess[at] = surpriseOf(row) - whole * lengths[at]!;
  }
  const shuffles = Array.from({ length: SHUFFLES }, () => {
    const shuffled = permutation(used, random);
    return { excess: runningSums(excess, shuffled), lengths: runningSums(lengths, shuffled) };
  });
  return (size) => {
    const samples = Math.floor(used / size);
    if (samples === 0) return 0;
    let sum = 0;
    for (const shuffle of shuffles) {
      for (let end = size; end <= samples * size; end += size) {
        const length = shuffle.lengths[end]! - shuffle.lengths[end - size]!;
        if (length > 0) sum += (shuffle.excess[end]! - shuffle.excess[end - size]!) / length;
      }
    }
    return sum / (SHUFFLES * samples);
  };
}

/** The sums of the first 0, 1, … values in an order. */
function runningSums(values: ArrayLike<number>, order: Uint32Array): Float64Array {
  const sums = new Float64Array(order.length + 1);
  for (let at = 0; at < order.length; at++) sums[at + 1] = sums[at]! + values[order[at]!]!;
  return sums;
}
