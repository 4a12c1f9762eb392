import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import {
  estimateNeighbourRecall,
  type NeighbourRecall,
} from '../../metrics/embed/neighboursRecall.ts';
import {
  confirmFarRows,
  type NeighbourDistances,
} from '../../metrics/flags/offDistributionDistances.ts';
import type { RowKinds } from '../../metrics/flags/standardScores.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface ConfirmFarParams {
  readonly index: NeighbourIndex;
  readonly matrix: EmbeddingMatrix;
  readonly found: NeighbourDistances;
  readonly scripts: RowKinds['scripts'];
}

export interface ConfirmFarResult extends NeighbourDistances {
  /** Absent where the search was exact. */
  readonly recall?: NeighbourRecall;
}

/** Searches the furthest rows once more, in all rows, and estimates what the first search overlooked. */
export function confirmFar(
  context: TaskContext,
  { index, matrix, found, scripts }: ConfirmFarParams,
): ConfirmFarResult {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const { distances, nearestRows } = confirmFarRows(index, matrix, found, scripts, checkpoint);
  const recall = estimateNeighbourRecall(index, matrix, checkpoint);
  return { distances, nearestRows, ...(recall && { recall }) };
}
