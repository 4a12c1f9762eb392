import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { measureSpread, type MeaningSpread } from '../../metrics/macro/measureSpread.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface SpreadOfFieldParams {
  readonly matrix: EmbeddingMatrix;
  readonly seed: number;
}

/** How far the meanings of one field or of the whole lie apart; undefined where no row has a meaning. */
export function measureSpreadOfField(
  { setup }: TaskContext,
  { matrix, seed }: SpreadOfFieldParams,
): MeaningSpread | undefined {
  return measureSpread(matrix, seed, () => throwIfCancelled(setup.cancelFlag));
}
