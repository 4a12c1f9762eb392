import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { ROWS_PER_NAME, rowsForNaming } from '../../metrics/macro/rowsForNaming.ts';
import { nameTopics } from '../../metrics/macro/topicNames.ts';
import { findTopics } from '../../metrics/macro/topics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { countTerms } from './countTerms.ts';

export interface TopicsOfFieldParams {
  readonly field: MeasuredField;
  readonly matrix: EmbeddingMatrix;
  /** 0-based line of each row of the matrix. */
  readonly lineOfSlot: Uint32Array;
}

export interface TopicsOfFieldResult {
  /** The topic of each row of the matrix, −1 for none. */
  readonly topicOfSlot: Int32Array;
  readonly names: readonly string[];
}

/** The topics of one field with their names, as an inspection finds them, without measuring them. */
export function topicsOfField(
  context: TaskContext,
  { field, matrix, lineOfSlot }: TopicsOfFieldParams,
): TopicsOfFieldResult {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const topics = findTopics(matrix, checkpoint);
  const groups = rowsForNaming(topics, ROWS_PER_NAME).map((slots) =>
    slots.map((slot) => lineOfSlot[slot]!),
  );
  const terms = countTerms(context, { field, groups });
  return { topicOfSlot: topics.topicOfRow, names: nameTopics(terms).map(({ name }) => name) };
}
