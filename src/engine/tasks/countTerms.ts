import { countTopic, createTermCounter, termCounts } from '../../metrics/macro/termCounter.ts';
import type { TermCounts } from '../../metrics/macro/termCounts.ts';
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
): TermCounts {
  const counter = createTermCounter();
  for (const together of groupsTogether(groups, context.setup.lineStarts, mostBytes)) {
    const texts = readFields(context, together.flat(), field);
    for (const lines of together) {
      throwIfCancelled(context.setup.cancelFlag);
      const textsOfTopic = lines.map((line) => texts.get(line) ?? '');
      countTopic(counter, textsOfTopic);
    }
  }
  return termCounts(counter);
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
