import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { rowsForNaming } from '../../metrics/macro/rowsForNaming.ts';
import { countTopicTerms, nameTopics } from '../../metrics/macro/topicNames.ts';
import { findTopics } from '../../metrics/macro/topics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { ROWS_PER_NAME } from './measureMacroField.ts';
import { readField } from './readField.ts';

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
  const terms = rowsForNaming(topics, ROWS_PER_NAME).map((slots) => {
    checkpoint();
    return countTopicTerms(slots.map((slot) => readField(context, lineOfSlot[slot]!, field)));
  });
  return { topicOfSlot: topics.topicOfRow, names: nameTopics(terms).map(({ name }) => name) };
}
