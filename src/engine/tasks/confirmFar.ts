import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
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

/** Searches the furthest rows once more, in all rows. */
export function confirmFar(
  { setup }: TaskContext,
  { index, matrix, found, scripts }: ConfirmFarParams,
): NeighbourDistances {
  return confirmFarRows(index, matrix, found, scripts, () => throwIfCancelled(setup.cancelFlag));
}
