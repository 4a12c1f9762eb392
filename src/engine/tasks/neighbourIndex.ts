import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { prepareNeighbours, type NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface NeighbourIndexParams {
  readonly matrix: EmbeddingMatrix;
  readonly seed: number;
}

/** Prepares the search for near rows, over which threads then share the rows. */
export function neighbourIndex(
  { setup }: TaskContext,
  { matrix, seed }: NeighbourIndexParams,
): NeighbourIndex {
  return prepareNeighbours(matrix, seed, () => throwIfCancelled(setup.cancelFlag));
}
