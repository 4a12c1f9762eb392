import type { KindSample } from './kindSample.ts';
import type { Random } from './random.ts';
import { rowTally } from './rowTally.ts';

/**
 * How much the entropy of so many rows varies from one sample of rows to the next: bootstrap over rows, which keeps
 * together what stands together in a row.
 * @param sizes rows drawn, with replacement, ascending, each ≥ 1; a larger draw goes on where a smaller one ended
 * @param draws samples drawn, ≥ 2
 * @param checkpoint called before each draw; may throw
 * @returns the standard deviation of ln q1 over the draws for each size, ≥ 0
 * O(draws · (occurrences of the largest size + kinds of every size)) time.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 6
 */
export function bootstrapDeviations(
  sample: KindSample,
  sizes: readonly number[],
  draws: number,
  random: Random,
  checkpoint?: () => void,
): number[] {
  const tally = rowTally(sample);
  const means = sizes.map(() => 0);
  const squares = sizes.map(() => 0);
  for (let draw = 1; draw <= draws; draw++) {
    checkpoint?.();
    let drawn = 0;
    sizes.forEach((size, at) => {
      for (; drawn < size; drawn++) tally.add(Math.floor(random() * sample.rows));
      // Welford's update.
      const entropy = tally.entropy();
      const difference = entropy - means[at]!;
      means[at]! += difference / draw;
      squares[at]! += difference * (entropy - means[at]!);
    });
    tally.clear();
  }
  return squares.map((sum) => Math.sqrt(sum / (draws - 1)));
}
