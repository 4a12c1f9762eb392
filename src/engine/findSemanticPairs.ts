import { semanticPairs, type SemanticPairs } from '../metrics/flags/semanticPairs.ts';
import type { Features } from './extractFeatures.ts';
import type { InspectSettings } from './report.ts';
import { searchNeighbours, type NearestRows } from './searchNeighbours.ts';
import type { TaskPool } from './taskPool.ts';

/** Cosine similarity down to which pairs of near meanings are kept. */
const SEMANTIC_FLOOR = 0.9;

/**
 * Pairs of rows near in meaning.
 * @param nearest of the whole rows; where another scope is compared, its own nearest rows are searched
 * @param equalTexts the first row of equal text, in the compared texts
 */
export async function findSemanticPairs(
  pool: TaskPool,
  features: Features,
  nearest: NearestRows,
  equalTexts: Int32Array,
  { nearDuplicateScope: scope, semanticThreshold, seed }: InspectSettings,
): Promise<{ readonly pairs: SemanticPairs; readonly floor: number }> {
  const { index, neighbours } =
    scope === 'whole' ? nearest : await searchNeighbours(pool, features[scope], seed);
  const { rowOfSlot, shingles } = features;
  const { firstEqualRow: firstEqualSlot } = index;
  const floor = Math.min(SEMANTIC_FLOOR, semanticThreshold);
  const { inverseNorms } = features[scope];
  const search = { neighbours, firstEqualSlot, inverseNorms, rowOfSlot, equalTexts, shingles };
  return { pairs: semanticPairs(search, floor), floor };
}
