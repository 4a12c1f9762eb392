import { containedRows, type ContainedRows } from '../../metrics/flags/containedRows.ts';
import { distinctSets } from '../../metrics/flags/distinctSets.ts';
import { firstEqualRows } from '../../metrics/flags/firstEqualRows.ts';
import { linkingPairs } from '../../metrics/flags/linkingPairs.ts';
import type { ScoredPairs } from '../../metrics/flags/scoredPairs.ts';
import { SIMILARITY_FLOOR, similarPairsToFloor } from '../../metrics/flags/similarPairsToFloor.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface JoinDuplicatesParams {
  readonly shingles: TokenColumn;
  /** Of the compared texts. */
  readonly hashes: Uint32Array;
  readonly threshold: number;
}

export interface JoinDuplicatesResult {
  readonly equalTexts: Int32Array;
  readonly fuzzy: ScoredPairs;
  /** Similarity down to which the pairs are known. */
  readonly floor: number;
  /** Whether every similar pair is listed; if not, the clusters are whole all the same. */
  readonly complete: boolean;
  readonly contained: ContainedRows;
}

/** Share of a row's shingles that have to stand in another row, and the fewest shingles that are looked for. */
export const CONTAINMENT = { threshold: 0.9, minSize: 8 };

/** Equal texts and similar pairs of the whole file. */
export function joinDuplicates(
  context: TaskContext,
  { shingles, hashes, threshold }: JoinDuplicatesParams,
): JoinDuplicatesResult {
  const { isCancelled } = context;
  const sets = distinctSets(shingles, Math.min(threshold, SIMILARITY_FLOOR));
  const { floor, similar } = similarPairsToFloor(sets, threshold, isCancelled);
  throwIfCancelled(context.setup.cancelFlag);
  const contained = containedRows(sets, { ...CONTAINMENT, isCancelled });
  throwIfCancelled(context.setup.cancelFlag);
  const equalTexts = firstEqualRows(hashes);
  return {
    equalTexts,
    fuzzy: linkingPairs(similar, equalTexts),
    floor,
    complete: similar.complete,
    contained,
  };
}
