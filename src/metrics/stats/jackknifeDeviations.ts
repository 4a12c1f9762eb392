import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { squaredDeviations } from './squaredDeviations.ts';

/**
 * Standard errors of estimates that rest on the kinds seen once or twice, such as all extrapolation: the jackknife over
 * random groups of rows. The bootstrap is of no use there: drawing a row twice makes kinds seen once look seen twice.
 * @param groups groups that are left out in turn, from 2 to the number of rows
 * @param estimate from the occurrences of each kind in `rows` rows; must not keep or change them
 * @param checkpoint called before each group; may throw
 * @returns one standard error for each number that `estimate` gives, ≥ 0
 * O(occurrences + groups · (kinds + the cost of an estimate)) time.
 * @see Shao & Tu (1995), The Jackknife and Bootstrap, ch. 2.3 (delete-d groups)
 */
export function jackknifeDeviations(
  sample: KindSample,
  groups: number,
  estimate: (occurrences: Uint32Array, rows: number) => readonly number[],
  random: Random,
  checkpoint?: () => void,
): number[] {
  const order = permutation(sample.rows, random);
  const left = new Uint32Array(sample.occurrences.length);
  const estimates = Array.from({ length: groups }, (_, group) => {
    checkpoint?.();
    return estimate(left, leaveOut(sample, order, group, groups, left));
  });
  return estimates[0]!.map((_, at) => {
    const squares = squaredDeviations(estimates.map((estimated) => estimated[at]!));
    return Math.sqrt(((groups - 1) / groups) * squares);
  });
}

/**
 * Writes the occurrences of each kind in all rows but order[group], order[group + groups], …;
 * returns how many rows these are.
 */
function leaveOut(
  { values, starts, ends, rows, occurrences }: KindSample,
  order: Uint32Array,
  group: number,
  groups: number,
  left: Uint32Array,
): number {
  left.set(occurrences);
  let leftRows = rows;
  for (let at = group; at < rows; at += groups, leftRows--) {
    const row = order[at]!;
    for (let i = starts[row]!; i < ends[row]!; i++) left[values[i]!]!--;
  }
  return leftRows;
}
