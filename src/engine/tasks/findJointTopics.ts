import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { areTopicsTold } from '../../metrics/macro/areTopicsTold.ts';
import { rowsForNaming } from '../../metrics/macro/rowsForNaming.ts';
import { findTopics } from '../../metrics/macro/topics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface JointTopicsParams {
  /** Rows of both files. */
  readonly matrix: EmbeddingMatrix;
}

export interface JointTopicsResult {
  /** The topic of each row of the matrix, −1 for none. */
  readonly topicOfSlot: Int32Array;
  /** For each topic the rows nearest to its centre. */
  readonly central: readonly (readonly number[])[];
  /** Whether these topics say anything of their source. */
  readonly areTold: boolean;
}

/** Rows read again to name a topic. */
const ROWS_PER_NAME = 30;

/** The topics of two files together: what is one topic in one file is one in the other. */
export function findJointTopics(
  { setup }: TaskContext,
  { matrix }: JointTopicsParams,
): JointTopicsResult {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const topics = findTopics(matrix, checkpoint);
  return {
    topicOfSlot: topics.topicOfRow,
    central: rowsForNaming(topics, ROWS_PER_NAME),
    areTold: areTopicsTold(topics),
  };
}
