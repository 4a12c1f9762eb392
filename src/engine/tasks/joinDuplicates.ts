import {
  duplicateClusters,
  type DuplicateClusters,
} from '../../metrics/flags/duplicateClusters.ts';
import { exactGroups } from '../../metrics/flags/exactGroups.ts';
import { fuzzyJoin } from '../../metrics/flags/fuzzyJoin.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface JoinDuplicatesParams {
  readonly rows: number;
  readonly shingles: TokenColumn;
  readonly exactHashes: Uint32Array;
  readonly threshold: number;
}

export interface JoinDuplicatesResult extends DuplicateClusters {
  /** Whether every similar pair is listed; if not, the clusters are whole all the same. */
  readonly complete: boolean;
}

/** Exact and near-duplicate rows of the whole file as clusters. */
export function joinDuplicates(
  context: TaskContext,
  { rows, shingles, exactHashes, threshold }: JoinDuplicatesParams,
): JoinDuplicatesResult {
  const similar = fuzzyJoin(shingles, threshold, { isCancelled: context.isCancelled });
  throwIfCancelled(context.setup.cancelFlag);
  const clusters = duplicateClusters(rows, exactGroups(exactHashes), similar);
  return { ...clusters, complete: similar.complete };
}
