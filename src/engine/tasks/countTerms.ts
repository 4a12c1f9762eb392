import { countTopicTerms, type TermCounts } from '../../metrics/macro/topicNames.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { readField } from './readField.ts';

export interface CountTermsParams {
  readonly field: MeasuredField;
  /** 0-based lines of each group of rows. */
  readonly groups: readonly (readonly number[])[];
}

/** The terms of groups of rows, from which topics are named. */
export function countTerms(
  context: TaskContext,
  { field, groups }: CountTermsParams,
): TermCounts[] {
  return groups.map((lines) => {
    throwIfCancelled(context.setup.cancelFlag);
    return countTopicTerms(lines.map((line) => readField(context, line, field)));
  });
}
