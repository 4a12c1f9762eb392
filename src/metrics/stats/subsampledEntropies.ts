import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally, type RowTally } from './rowTally.ts';
import { DRIFT_ROWS, surpriseDrifts } from './surpriseDrifts.ts';

/** Occurrences that are looked at for one size; sizes with more have one sample, which holds those of the sizes below. */
const OCCURRENCES_PER_SIZE = 100_000;
/** How often the rows are put in another order at most, where they are so few that all can be looked at many times. */
const MOST_ORDERS = 100;

/**
 * The entropy that a random sample of so many of the rows is expected to show, where kinds may occur many times in a row
 * and no closed form exists: the mean over random samples of rows, each counted once however long its rows are.
 *
 * The entropy of a sample is the mean surprise of its occurrences less its relative entropy to all rows. The first is nearly that
 * of all rows, whatever the sample: its mean over thousands of samples takes sums of rows only (`surpriseDrifts`). So the noise of
 * the few samples whose kinds are counted is that of the second alone (a control variate). Rows with few occurrences in all are
 * put in many orders, each of which gives all the samples that it has room for: one sample of most of them would be far off.
 * @param sample with at least one occurrence
 * @param sizes rows, integers in [1, rows], ascending
 * @param checkpoint called every few milliseconds; may throw
 * @returns in nats, one for each size; above the entropy of all rows where few long rows repeat what they say
 * O(occurrences + sizes · 100,000) time.
 */
export function subsampledEntropies(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): number[] {
  if (sizes.length === 0) return [];
  const { surprises, whole } = surprisesOf(sample);
  const order = permutation(sample.rows, random);
  const orders = Math.min(MOST_ORDERS, Math.floor(OCCURRENCES_PER_SIZE / sample.total));
  if (orders > 1) {
    const rowSurprises = surprisesOfRows(sample, surprises, order);
    const drifts = surpriseDrifts(sample, order, rowSurprises, whole, sizes, random, orders);
    const divergences = sizes.map(() => 0);
    for (let drawn = 0; drawn < orders; drawn++) {
      checkpoint?.();
      divergencesInOrder(sample, surprises, whole, sizes, random).forEach(
        (divergence, at) => (divergences[at]! += divergence / orders),
      );
    }
    return sizes.map((_, at) => Math.max(0, whole + drifts[at]! - divergences[at]!));
  }
  const samples = sizes.map((size) => samplesOf(sample, size));
  const most = Math.max(...sizes.map((size, at) => size * samples[at]!));
  const drawn = order.subarray(0, Math.max(most, Math.min(sample.rows, DRIFT_ROWS)));
  const rowSurprises = surprisesOfRows(sample, surprises, drawn);
  const drifts = surpriseDrifts(sample, drawn, rowSurprises, whole, sizes, random);
  const tally = rowTally(sample);
  /** Rows of the one sample that grows from large size to large size, and their surprise. */
  let grown = 0;
  let surprise = 0;
  const growTo = (size: number): number => {
    tally.addRows(order, grown, size);
    surprise = sumFrom(surprise, rowSurprises, grown, size);
    grown = size;
    return divergenceOf(tally, surprise, whole);
  };
  return sizes.map((size, at) => {
    checkpoint?.();
    const divergence =
      samples[at] === 1
        ? growTo(size)
        : meanDivergence(tally, drawn, rowSurprises, whole, size, samples[at]!);
    return Math.max(0, whole + drifts[at]! - divergence);
  });
}

/** How many samples of so many rows have their kinds counted. */
function samplesOf({ rows, total }: KindSample, size: number): number {
  const affordable = Math.floor((OCCURRENCES_PER_SIZE * rows) / (total * size));
  return Math.max(1, Math.min(Math.floor(rows / size), affordable));
}

/** −ln p of each kind, and the entropy of all. */
function surprisesOf({ occurrences, total }: KindSample) {
  const surprises = new Float64Array(occurrences.length);
  let whole = 0;
  for (let kind = 0; kind < occurrences.length; kind++) {
    const share = occurrences[kind]! / total;
    if (share === 0) continue;
    surprises[kind] = -Math.log(share);
    whole += share * surprises[kind]!;
  }
  return { surprises, whole };
}

/** The sum of the surprises of the occurrences in each of some rows. */
function surprisesOfRows(
  { values, starts, ends }: KindSample,
  surprises: Float64Array,
  rows: Uint32Array,
): Float64Array {
  const sums = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const end = ends[rows[at]!]!;
    let sum = 0;
    for (let index = starts[rows[at]!]!; index < end; index++) sum += surprises[values[index]!]!;
    sums[at] = sum;
  }
  return sums;
}

/** The mean relative entropy to all rows of the first so many samples of `size` rows. */
function meanDivergence(
  tally: RowTally,
  order: Uint32Array,
  rowSurprises: Float64Array,
  whole: number,
  size: number,
  samples: number,
): number {
  let sum = 0;
  for (let from = 0; from < samples * size; from += size) {
    tally.addRows(order, from, from + size);
    sum += divergenceOf(tally, sumFrom(0, rowSurprises, from, from + size), whole);
    tally.clear();
  }
  return sum / samples;
}

/** For each size the mean relative entropy to all rows of the samples that one random order of the rows gives. */
function divergencesInOrder(
  sample: KindSample,
  surprises: Float64Array,
  whole: number,
  sizes: readonly number[],
  random: Random,
): number[] {
  const tally = rowTally(sample);
  const order = permutation(sample.rows, random);
  const rowSurprises = surprisesOfRows(sample, surprises, order);
  return sizes.map((size) => {
    const samples = Math.floor(sample.rows / size);
    return meanDivergence(tally, order, rowSurprises, whole, size, samples);
  });
}

/** Relative entropy to all rows of the rows in the tally, which have such a surprise in all. */
function divergenceOf(tally: RowTally, surprise: number, whole: number): number {
  const total = tally.total();
  // A sample of empty rows has no entropy.
  return total === 0 ? whole : Math.max(0, surprise / total - tally.entropy());
}

function sumFrom(start: number, values: Float64Array, from: number, to: number): number {
  let sum = start;
  for (let at = from; at < to; at++) sum += values[at]!;
  return sum;
}
