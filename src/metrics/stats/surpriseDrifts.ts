import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';

/** Rows that are drawn from, and how often they are put in another order: some 100,000 rows for each size, for sums only. */
export const DRIFT_ROWS = 10_000;
const LEAST_SHUFFLES = 16;

/**
 * How far the mean surprise of the occurrences in so many random rows is expected to lie from that of all: not at all where rows
 * are equally long; below it where long rows, which weigh more in all than in most samples, say what is rare.
 * @param order rows at random, at least all or 10,000
 * @param rowSurprises the sum of the surprises of the occurrences in each of them
 * @param whole the mean surprise of all occurrences
 * @param sizes numbers of rows
 * @param orders in which the rows are put for each size, at least: 16 where fewer
 * @returns for each size, in nats; 0 for more rows than are drawn from, whose mean hardly differs
 * O(rows) time and memory for at most 10,000 rows; then O(rows / size) for a size.
 */
export function surpriseDrifts(
  { starts, ends, rows }: KindSample,
  order: Uint32Array,
  rowSurprises: Float64Array,
  whole: number,
  sizes: readonly number[],
  random: Random,
  orders = 1,
): number[] {
  const shuffles = Math.max(LEAST_SHUFFLES, orders);
  const used = Math.min(rows, DRIFT_ROWS);
  const excess = new Float64Array(used);
  const lengths = new Float64Array(used);
  for (let at = 0; at < used; at++) {
    const row = order[at]!;
    lengths[at] = ends[row]! - starts[row]!;
    excess[at] = rowSurprises[at]! - whole * lengths[at]!;
  }
  const excessSums = new Float64Array(used + 1);
  const lengthSums = new Float64Array(used + 1);
  const sums = sizes.map(() => 0);
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const shuffled = permutation(used, random);
    sumUp(excess, shuffled, excessSums);
    sumUp(lengths, shuffled, lengthSums);
    sizes.forEach((size, at) => {
      sums[at] = addDrifts(sums[at]!, excessSums, lengthSums, size);
    });
  }
  return sizes.map((size, at) => {
    const samples = Math.floor(used / size);
    return samples === 0 ? 0 : sums[at]! / (shuffles * samples);
  });
}

/** Writes the sums of the first 0, 1, … values in an order. */
function sumUp(values: Float64Array, order: Uint32Array, sums: Float64Array): void {
  for (let at = 0; at < order.length; at++) sums[at + 1] = sums[at]! + values[order[at]!]!;
}

/** Adds the mean excess of an occurrence in each run of `size` rows. */
function addDrifts(
  before: number,
  excessSums: Float64Array,
  lengthSums: Float64Array,
  size: number,
): number {
  let sum = before;
  for (let end = size; end < excessSums.length; end += size) {
    const length = lengthSums[end]! - lengthSums[end - size]!;
    if (length > 0) sum += (excessSums[end]! - excessSums[end - size]!) / length;
  }
  return sum;
}
