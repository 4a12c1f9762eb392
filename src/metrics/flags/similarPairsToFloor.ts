import type { DistinctSets } from './distinctSets.ts';
import { joinDistinctSets, type SimilarPairs } from './fuzzyJoin.ts';

/** Similarity down to which pairs are kept where that is affordable. */
export const SIMILARITY_FLOOR = 0.5;

/** Candidates that the lower floor may cost before it is given up: some 0.3 s. */
const MAX_STEPS = 40_000_000;

/**
 * The pairs at or above the threshold, and, where that is affordable, all down to SIMILARITY_FLOOR, so that another
 * threshold needs no other join. How much is affordable depends on the sets alone, never on a clock.
 * @param sets their lowest threshold must be at most SIMILARITY_FLOOR and the threshold
 * @returns the pairs with the similarity down to which they are complete
 * @throws RangeError if the threshold is not in (0, 1]
 */
export function similarPairsToFloor(
  sets: DistinctSets,
  threshold: number,
  isCancelled: () => boolean,
): { readonly floor: number; readonly similar: SimilarPairs } {
  if (threshold > SIMILARITY_FLOOR) {
    const similar = joinDistinctSets(sets, SIMILARITY_FLOOR, { maxSteps: MAX_STEPS, isCancelled });
    if (!similar.givenUp) return { floor: SIMILARITY_FLOOR, similar };
  }
  return { floor: threshold, similar: joinDistinctSets(sets, threshold, { isCancelled }) };
}
