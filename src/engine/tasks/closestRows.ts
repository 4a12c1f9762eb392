import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { nearestCentres } from '../../metrics/embed/neighboursCentres.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface ClosestRowsParams {
  readonly matrix: EmbeddingMatrix;
  readonly fromRow: number;
  readonly toRow: number;
  /** A few thousand rows at most, of the same embedder. */
  readonly reference: EmbeddingMatrix;
}

/** The cosine of each row of a slice to the nearest row of the reference; 0 for a row without a meaning. */
export function closestRows(
  { setup }: TaskContext,
  { matrix, fromRow, toRow, reference }: ClosestRowsParams,
): Float32Array {
  const rows = Uint32Array.from({ length: toRow - fromRow }, (_, at) => fromRow + at);
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  return nearestCentres(matrix, rows, reference, 1, checkpoint).similarities;
}
