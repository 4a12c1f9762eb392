import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally } from './rowTally.ts';

/** Occurrences that are looked at for one size; sizes with more have one sample, which holds those of the sizes below. */
const OCCURRENCES_PER_SIZE = 100_000;

/**
 * The entropy that a random sample of so many of the rows is expected to show, where kinds may occur many times in a row
 * and no closed form exists: the mean over disjoint samples of rows, weighted by their occurrences.
 *
 * What is averaged is the relative entropy of a sample to all rows, and subtracted from the entropy of all: the rest of a
 * sample's entropy has the entropy of all as its known mean, so that this part of the noise is gone (a control variate).
 * @param sample with at least one occurrence
 * @param sizes rows, integers in [1, rows], ascending
 * @param checkpoint called before each size; may throw
 * @returns in nats, one for each size, at most the entropy of all rows
 * O(occurrences + sizes · 100,000) time.
 */
export function subsampledEntropies(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): number[] {
  const { total, rows } = sample;
  const { surprises, whole } = surprisesOf(sample);
  const order = permutation(rows, random);
  const tally = rowTally(sample);
  const surpriseOf = rowSums(sample, surprises);
  const samplesOf = (size: number) =>
    Math.min(Math.floor(rows / size), Math.floor((OCCURRENCES_PER_SIZE * rows) / (total * size)));
  /** Rows of the one sample that grows from large size to large size. */
  let grown = 0;
  /** Of the occurrences in the tally. */
  let surprise = 0;
  return sizes.map((size) => {
    checkpoint?.();
    const samples = samplesOf(size);
    let excess = 0;
    let counted = 0;
    const add = (row: number) => {
      tally.add(row);
      surprise += surpriseOf(row);
    };
    const take = () => {
      excess += surprise - tally.total() * tally.entropy();
      counted += tally.total();
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
    return counted === 0 ? 0 : Math.max(0, whole - Math.max(0, excess / counted));
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
