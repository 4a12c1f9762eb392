import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { measureMacro, type MacroFigures } from '../../metrics/macro/measureMacro.ts';
import { nameTopics, type TopicName } from '../../metrics/macro/topicNames.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { countTerms } from './countTerms.ts';

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

/** The macro level of one field or of the whole; undefined where no row has a meaning. */
export function measureMacroField(
  context: TaskContext,
  { field, matrix, lineOfSlot, options }: MacroFieldParams,
): MacroFieldResult | undefined {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const measurement = measureMacro(matrix, { ...options, checkpoint });
  if (!measurement) return undefined;
  const groups = measurement.centralRows.map((slots) => slots.map((slot) => lineOfSlot[slot]!));
  return {
    figures: measurement.figures,
    names: nameTopics(countTerms(context, { field, groups })),
    topicOfSlot: measurement.topics.topicOfRow,
  };
}
