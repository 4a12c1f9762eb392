import { openBytes, type ByteSource } from '../../data/byteReader.ts';
import { describeFields, planFields } from '../../data/fieldPlan.ts';
import { indexLines } from '../../data/lineIndex.ts';
import type { FieldName, FieldSelection } from '../../data/rowTypes.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import type { LevelColumn } from '../../data/runTable/runColumns.ts';
import { isCancelled, throwIfCancelled } from '../cancellation.ts';
import {
  commonRowsOf,
  planTable,
  type PlanRequest,
  type TablePlan,
} from '../experiments/planTable.ts';
import { sampleRecords } from '../sampleRecords.ts';
import type { JobEnvironment } from './job.ts';

export interface PlanRunsRequest {
  /** Of the table; `undefined` where there is none yet. */
  readonly text: string | undefined;
  readonly plan: PlanRequest;
  /** What rows are chosen from. */
  readonly dataset: { readonly source: ByteSource; readonly selection: FieldSelection };
  /** At how many rows levels are measured unless the table's runs say. */
  readonly commonRows: number;
}

export interface RunsPlan extends TablePlan {
  /** Levels that were asked for, of a field that the data set does not have. */
  readonly absent: readonly LevelColumn[];
  /** Levels that were asked for and say what another one says: the file has tags, which are those of both fields. */
  readonly same: readonly LevelColumn[];
  /** At how many rows the levels of the planned data sets are to be measured. */
  readonly commonRows: number;
}

/** Why no runs can be planned from a data set. */
export type PlanFault =
  /** It has no line more than the planned data sets, which could hardly differ. */
  | { readonly fault: 'too-few-lines'; readonly lines: number }
  /** It has none of the fields whose levels were asked for. */
  | { readonly fault: 'no-such-field' };

/**
 * Plans the next runs from a table and a data set; nothing is written.
 * @throws AnalysisError what opening a file may meet
 */
// oxlint-disable-next-line typescript/require-await
export async function planRunTable(
  { text, plan, dataset, commonRows }: PlanRunsRequest,
  { cancelFlag }: JobEnvironment<never>,
): Promise<RunsPlan | PlanFault> {
  throwIfCancelled(cancelFlag);
  const reader = openBytes(dataset.source);
  try {
    const { lineCount, lineStarts } = indexLines(reader, {
      onProgress: () => undefined,
      isCancelled: () => isCancelled(cancelFlag),
    });
    if (lineCount <= plan.size) return { fault: 'too-few-lines', lines: lineCount };
    const fields = describeFields(
      planFields(sampleRecords(reader, lineStarts, plan.seed), dataset.selection),
    );
    const isAbsent = (level: LevelColumn) => fields[level.split('-')[1] as FieldName] === undefined;
    // Tags are of the whole row.
    const isSame = (level: LevelColumn) =>
      level === 'meso-response' &&
      fields.tags !== undefined &&
      plan.levels.includes('meso-instruction') &&
      !isAbsent('meso-instruction');
    const levels = plan.levels.filter((level) => !isAbsent(level) && !isSame(level));
    if (levels.length === 0) return { fault: 'no-such-field' };
    const table = readRunTable(text ?? '');
    return {
      ...planTable(table, { ...plan, levels }),
      absent: plan.levels.filter(isAbsent),
      same: plan.levels.filter(isSame),
      commonRows: commonRowsOf(table, plan.size, commonRows),
    };
  } finally {
    reader.close();
  }
}
