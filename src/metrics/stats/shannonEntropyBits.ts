import { hillNumbers } from './hillNumbers.ts';

/**
 * Shannon entropy of the observed shares, the plug-in estimate: log₂ of the Hill number of order 1.
 * @param counts occurrences of each kind, finite and ≥ 0; not mutated
 * @returns in bits, in [0, log₂ kinds]; undefined where nothing was counted
 * @throws RangeError if a count is negative or not finite
 * O(kinds) time.
 * @see Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x
 */
export function shannonEntropyBits(counts: ArrayLike<number>): number | undefined {
  const hill = hillNumbers(counts);
  return hill && Math.log2(hill.q1);
}
