import { cutSamples } from './cutSamples.ts';
import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally } from './rowTally.ts';
import { expectedTraits, orderSums, rowSums, traitsOfRun, type RowSums } from './sampleTraits.ts';
import { addSample, noSamples, type SampleMoments } from './sampleMoments.ts';
import { traitSlopes } from './traitSlopes.ts';

/** Occurrences that are looked at for one size; sizes with more have one sample, which holds those of the sizes below. */
const OCCURRENCES_PER_SIZE = 100_000;
/** How often the rows are put in another order at most, where they are so few that all can be looked at many times. */
const MOST_ORDERS = 100;

/**
 * The entropy that a random sample of so many of the rows is expected to show, where kinds may occur many times in a row
 * and no closed form exists: the mean over random samples of rows, each counted once however long its rows are.
 *
 * What samples differ in is mostly how long their rows are and how surprising: both take sums of rows only, so that their
 * means over thousands of samples are known (`expectedTraits`). How the entropy goes with them is told by the few samples
 * whose kinds are counted (control variates with slopes of least squares): they leave a third of the noise. Rows with few
 * occurrences in all are put in many orders, each of which gives all the samples that it has room for: one sample of most
 * of them would be far off.
 * @param sample with at least one occurrence
 * @param sizes rows, integers in [1, rows − 1], ascending
 * @param checkpoint called every few milliseconds; may throw
 * @returns in nats, one for each size; above the entropy of all rows where few long rows repeat what they say
 * O(occurrences + sizes · 100,000) time.
 * @see Owen (2013), Monte Carlo theory, methods and examples, ch. 8.9 (control variates)
 */
export function subsampledEntropies(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): number[] {
  if (sizes.length === 0) return [];
  const sums = rowSums(sample);
  const expected = expectedTraits(sums, sizes, random);
  const orders = Math.floor(OCCURRENCES_PER_SIZE / sample.total);
  const seen = sizes.map(noSamples);
  for (let drawn = 0; drawn < Math.max(1, Math.min(MOST_ORDERS, orders)); drawn++) {
    samplesInOrder(sample, sums, permutation(sample.rows, random), sizes, seen, checkpoint);
  }
  const slopesAt = traitSlopes(seen, sizes);
  // Single samples tell no slope: that of larger ones is not guessed beyond those that do.
  const largest = Math.max(1, ...sizes.filter((_, at) => seen[at]!.count > 1));
  return sizes.map((size, at) => {
    const { drift, logLength, entropy } = seen[at]!;
    const slopes = slopesAt(Math.min(size, largest));
    const beyondExpected =
      slopes.drift * (drift - expected[at]!.drift) +
      slopes.logLength * (logLength - expected[at]!.logLength);
    return Math.max(0, entropy - beyondExpected);
  });
}

/** Adds, for each size, the samples that an order of the rows gives, as many as are affordable, but one at the least. */
function samplesInOrder(
  sample: KindSample,
  sums: RowSums,
  order: Uint32Array,
  sizes: readonly number[],
  seen: readonly SampleMoments[],
  checkpoint?: () => void,
): void {
  const { rows, total } = sample;
  const ordered = orderSums(sums, order);
  const tally = rowTally(sample);
  /** Grows from large size to large size, to all rows at last. */
  const grown = rowTally(sample);
  let rowsGrown = 0;
  const growTo = (size: number) => {
    grown.addRows(order, rowsGrown, size);
    rowsGrown = size;
  };
  sizes.forEach((size, at) => {
    checkpoint?.();
    const { side, leavesOut, count } = cutSamples(rows, size);
    const look = (from: number, to: number, without: boolean, entropy: number) =>
      addSample(seen[at]!, traitsOfRun(ordered, from, to, without, sums.entropy), entropy);
    // Rows that are left out are looked at twice: taken out and put back.
    const looks = leavesOut ? 2 : 1;
    const affordable = Math.floor((OCCURRENCES_PER_SIZE * rows) / (total * side * looks));
    if (affordable < (leavesOut ? 1 : 2)) {
      growTo(size);
      look(0, size, false, grown.entropy());
      return;
    }
    if (leavesOut) growTo(rows);
    for (let from = 0; from < Math.min(count, affordable) * side; from += side) {
      if (leavesOut)
        look(from, from + side, true, grown.entropyWithout(order, from, from + side, 1));
      else {
        tally.addRows(order, from, from + side);
        look(from, from + side, false, tally.entropy());
        tally.clear();
      }
    }
  });
}
