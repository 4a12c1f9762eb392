import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { shownRuns, type ShownRuns } from '../../data/runTable/shownRuns.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { analyseRuns } from '../experiments/analyseRuns.ts';
import type { ExperimentsReport } from '../experiments/experimentsReport.ts';
import { unmeasuredRuns } from '../experiments/unmeasuredRuns.ts';
import type { JobEnvironment } from './job.ts';

export interface AnalysedTable {
  readonly report: ExperimentsReport;
  /** Runs without levels whose data sets are there to be measured. */
  readonly measurable: number;
  /** What can be edited. */
  readonly shown: ShownRuns;
}

/** What a table of training runs says of the levels. @param folder in which it stands; absent where no files can be there */
export function analyseRunTable(
  { text, folder }: { readonly text: string; readonly folder?: string },
  { cancelFlag }: JobEnvironment<never>,
): Promise<AnalysedTable> {
  throwIfCancelled(cancelFlag);
  const table = readRunTable(text);
  return Promise.resolve({
    report: analyseRuns(table),
    shown: shownRuns(table),
    measurable: folder === undefined ? 0 : unmeasuredRuns(table, folder).measurable.length,
  });
}
