import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { measureTopics, type TopicsFigures } from '../../metrics/macro/measureTopics.ts';
import { nameTopics, type TopicName } from '../../metrics/macro/topicNames.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { countTerms } from './countTerms.ts';

export interface MeasureTopicsParams {
  readonly field: MeasuredField;
  readonly matrix: EmbeddingMatrix;
  /** 0-based line of each row of the matrix. */
  readonly lineOfSlot: Uint32Array;
  readonly options: StatisticsOptions;
}

export interface MeasureTopicsResult {
  /** Its rows are rows of the matrix. */
  readonly figures: TopicsFigures;
  /** One for each topic. */
  readonly names: readonly TopicName[];
  /** The topic of each row of the matrix, −1 for none. */
  readonly topicOfSlot: Int32Array;
}

/** The topics of one field or of the whole, with their names; undefined where no row has a meaning. */
export function measureTopicsOfField(
  context: TaskContext,
  { field, matrix, lineOfSlot, options }: MeasureTopicsParams,
): MeasureTopicsResult | undefined {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const measurement = measureTopics(matrix, { ...options, checkpoint });
  if (!measurement) return undefined;
  const groups = measurement.centralRows.map((slots) => slots.map((slot) => lineOfSlot[slot]!));
  return {
    figures: measurement.figures,
    names: nameTopics(countTerms(context, { field, groups })),
    topicOfSlot: measurement.topics.topicOfRow,
  };
}
