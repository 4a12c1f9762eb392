import { countTopicTerms, type TermCounts } from '../../metrics/macro/topicNames.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { readFields } from './readFields.ts';

export interface CountTermsParams {
  readonly field: MeasuredField;
  /** 0-based lines of each group of rows. */
  readonly groups: readonly (readonly number[])[];
}

/** Bytes of rows whose texts are kept at once; a single group may have more. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The terms of groups of rows, from which topics are named.
 * @param mostBytes of rows that are read together; what is counted does not depend on it
 */
export function countTerms(
  context: TaskContext,
  { field, groups }: CountTermsParams,
  mostBytes = MOST_BYTES,
): TermCounts[] {
  return groupsTogether(groups, context.setup.lineStarts, mostBytes).flatMap((together) => {
    const texts = readFields(context, together.flat(), field);
    return together.map((lines) => {
      throwIfCancelled(context.setup.cancelFlag);
      return countTopicTerms(lines.map((line) => texts.get(line) ?? ''));
    });
  });
}

/** Groups that are read together, since rows of different groups are neighbours in the file. */
function groupsTogether<Group extends readonly number[]>(
  groups: readonly Group[],
  lineStarts: Float64Array,
  mostBytes: number,
): Group[][] {
  const runs: Group[][] = [];
  let bytes = Infinity;
  for (const group of groups) {
    let ownBytes = 0;
    for (const line of group) ownBytes += lineStarts[line + 1]! - lineStarts[line]!;
    bytes += ownBytes;
    if (bytes <= mostBytes) runs.at(-1)!.push(group);
    else {
      runs.push([group]);
      bytes = ownBytes;
    }
  }
  return runs;
}
