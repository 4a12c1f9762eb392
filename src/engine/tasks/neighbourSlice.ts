import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { neighboursOfRows, type Neighbours } from '../../metrics/embed/neighbours.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface NeighbourSliceParams {
  readonly index: NeighbourIndex;
  readonly matrix: EmbeddingMatrix;
  readonly fromRow: number;
  readonly toRow: number;
}

/** The nearest rows of a slice of rows. */
export function neighbourSlice(
  { setup }: TaskContext,
  { index, matrix, fromRow, toRow }: NeighbourSliceParams,
): Neighbours {
  return neighboursOfRows(index, matrix, fromRow, toRow, () => throwIfCancelled(setup.cancelFlag));
}
