import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import { exactDistances, type NeighbourDistances } from '../../metrics/flags/neighbourDistances.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface ConfirmFarParams {
  readonly index: NeighbourIndex;
  readonly matrix: EmbeddingMatrix;
  readonly rows: Uint32Array;
}

/** Searches some of the furthest rows once more, in all rows. */
export function confirmFar(
  { setup }: TaskContext,
  { index, matrix, rows }: ConfirmFarParams,
): NeighbourDistances {
  return exactDistances(index, matrix, rows, () => throwIfCancelled(setup.cancelFlag));
}
