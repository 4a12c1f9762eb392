import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { redrawTopics, type RedrawnTopics } from '../../metrics/macro/redrawTopics.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface RedrawTopicsParams {
  readonly matrix: EmbeddingMatrix;
  readonly options: StatisticsOptions;
}

/** Finds topics anew on random rows of one field or of the whole. */
export function redrawTopicsOfField(
  { setup }: TaskContext,
  { matrix, options }: RedrawTopicsParams,
): RedrawnTopics {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  return redrawTopics(matrix, { ...options, checkpoint });
}
