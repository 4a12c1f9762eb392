import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally } from './rowTally.ts';

/** Occurrences that are looked at for one size, at least one sample of rows. */
const OCCURRENCES_PER_SIZE = 500_000;

/**
 * The entropy that a random sample of so many of the rows is expected to show, where kinds may occur many times in a row
 * and no closed form exists: the mean over disjoint samples of rows, weighted by their occurrences.
 *
 * What is averaged is the relative entropy of a sample to all rows, and subtracted from the entropy of all: the rest of a
 * sample's entropy has the entropy of all as its known mean, so that this part of the noise is gone (a control variate).
 * @param sample with at least one occurrence
 * @param sizes rows, integers in [1, rows]
 * @returns in nats, one for each size, at most the entropy of all rows
 * O(Σ max(occurrences of the size, 500,000)) time.
 */
export function subsampledEntropies(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
): number[] {
  const { values, offsets, occurrences, total, rows } = sample;
  const logShares = Float64Array.from(occurrences, (count) => Math.log(count / total));
  let whole = 0;
  for (let kind = 0; kind < occurrences.length; kind++) {
    if (occurrences[kind]! > 0) whole -= (occurrences[kind]! / total) * logShares[kind]!;
  }
  /** Σ −ln p over the occurrences of each row. */
  const surprises = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      surprises[row]! -= logShares[values[i]!]!;
    }
  }
  const order = permutation(rows, random);
  const tally = rowTally(sample);
  return sizes.map((size) => {
    const samples = Math.min(
      Math.floor(rows / size),
      Math.max(1, Math.floor((OCCURRENCES_PER_SIZE * rows) / (total * size))),
    );
    let excess = 0;
    let counted = 0;
    for (let first = 0; first < samples * size; first += size) {
      let surprise = 0;
      for (let at = first; at < first + size; at++) {
        tally.add(order[at]!);
        surprise += surprises[order[at]!]!;
      }
      excess += surprise - tally.total() * tally.entropy();
      counted += tally.total();
      tally.clear();
    }
    return counted === 0 ? 0 : Math.max(0, whole - Math.max(0, excess / counted));
  });
}
