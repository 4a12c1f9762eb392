import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally } from './rowTally.ts';
import { surpriseDrift } from './surpriseDrift.ts';

/** Occurrences that are looked at for one size; sizes with more have one sample, which holds those of the sizes below. */
const OCCURRENCES_PER_SIZE = 100_000;

/**
 * The entropy that a random sample of so many of the rows is expected to show, where kinds may occur many times in a row
 * and no closed form exists: the mean over random samples of rows, each counted once however long its rows are.
 *
 * The entropy of a sample is the mean surprise of its occurrences less its relative entropy to all rows. The first is nearly that
 * of all rows, whatever the sample: its mean over thousands of samples takes sums of rows only (`surpriseDrift`). So the noise of
 * the few samples whose kinds are counted is that of the second alone (a control variate).
 * @param sample with at least one occurrence
 * @param sizes rows, integers in [1, rows], ascending
 * @param checkpoint called before each size; may throw
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
  const { total, rows } = sample;
  const { surprises, whole } = surprisesOf(sample);
  const order = permutation(rows, random);
  const tally = rowTally(sample);
  const surpriseOf = rowSums(sample, surprises);
  const driftOf = surpriseDrift(sample, order, surpriseOf, whole, random);
  const samplesOf = (size: number) =>
    Math.min(Math.floor(rows / size), Math.floor((OCCURRENCES_PER_SIZE * rows) / (total * size)));
  /** Rows of the one sample that grows from large size to large size. */
  let grown = 0;
  /** Of the occurrences in the tally. */
  let surprise = 0;
  return sizes.map((size) => {
    checkpoint?.();
    const samples = samplesOf(size);
    let divergence = 0;
    const add = (row: number) => {
      tally.add(row);
      surprise += surpriseOf(row);
    };
    const take = () => {
      const total = tally.total();
      // A sample of empty rows has no entropy.
      divergence += total === 0 ? whole : Math.max(0, surprise / total - tally.entropy());
    };
    if (samples < 2) {
      for (; grown < size; grown++) add(order[grown]!);
      take();
    } else {
      for (let first = 0; first < samples * size; first += size) {
        for (let at = first; at < first + size; at++) add(order[at]!);
        take();
        tally.clear();
        surprise = 0;
      }
    }
    return Math.max(0, whole + driftOf(size) - divergence / Math.max(1, samples));
  });
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

/** The sum over the occurrences in a row of what is known of each kind, which is kept for the next time. */
function rowSums({ values, offsets, rows }: KindSample, ofKinds: Float64Array) {
  const sums = new Float64Array(rows).fill(NaN);
  return (row: number): number => {
    const known = sums[row]!;
    if (!Number.isNaN(known)) return known;
    const end = offsets[row + 1]!;
    let sum = 0;
    for (let index = offsets[row]!; index < end; index++) sum += ofKinds[values[index]!]!;
    return (sums[row] = sum);
  };
}
