import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { measureMacro, type MacroFigures } from '../../metrics/macro/measureMacro.ts';
import { rowsForNaming } from '../../metrics/macro/rowsForNaming.ts';
import { countTopicTerms, nameTopics, type TopicName } from '../../metrics/macro/topicNames.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { readField } from './readField.ts';

export interface MacroFieldParams {
  readonly field: MeasuredField;
  readonly matrix: EmbeddingMatrix;
  /** 0-based line of each row of the matrix. */
  readonly lineOfSlot: Uint32Array;
  readonly options: StatisticsOptions;
}

export interface MacroFieldResult {
  /** Its rows are rows of the matrix. */
  readonly figures: MacroFigures;
  /** One for each topic. */
  readonly names: readonly TopicName[];
  /** The topic of each row of the matrix, −1 for none. */
  readonly topicOfSlot: Int32Array;
}

/** Rows read again to name a topic: those nearest to its centre. */
export const ROWS_PER_NAME = 60;

/** The macro level of one field or of the whole; undefined where no row has a meaning. */
export function measureMacroField(
  context: TaskContext,
  { field, matrix, lineOfSlot, options }: MacroFieldParams,
): MacroFieldResult | undefined {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const measurement = measureMacro(matrix, { ...options, checkpoint });
  if (!measurement) return undefined;
  const terms = rowsForNaming(measurement.topics, ROWS_PER_NAME).map((slots) => {
    checkpoint();
    return countTopicTerms(slots.map((slot) => readField(context, lineOfSlot[slot]!, field)));
  });
  return {
    figures: measurement.figures,
    names: nameTopics(terms),
    topicOfSlot: measurement.topics.topicOfRow,
  };
}
