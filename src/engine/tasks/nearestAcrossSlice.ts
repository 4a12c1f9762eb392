import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { nearestAcross, type NearestAcross } from '../../metrics/embed/nearestAcross.ts';
import type { NeighbourIndex } from '../../metrics/embed/neighboursIndex.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface NearestAcrossParams {
  readonly matrices: InBoth<EmbeddingMatrix>;
  /** Of the reference. */
  readonly index: NeighbourIndex;
  readonly fromRow: number;
  readonly toRow: number;
}

/** The nearest rows of the reference for a slice of the data set's rows. */
export function nearestAcrossSlice(
  { setup }: TaskContext,
  { matrices, index, fromRow, toRow }: NearestAcrossParams,
): NearestAcross {
  return nearestAcross(matrices.dataset, fromRow, toRow, matrices.reference, index, () =>
    throwIfCancelled(setup.cancelFlag),
  );
}
