import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { analyseRuns } from '../experiments/analyseRuns.ts';
import type { ExperimentsReport } from '../experiments/experimentsReport.ts';
import type { JobEnvironment } from './job.ts';

/** What a table of training runs says of the levels. */
export function analyseRunTable(
  { text }: { readonly text: string },
  { cancelFlag }: JobEnvironment<never>,
): Promise<ExperimentsReport> {
  throwIfCancelled(cancelFlag);
  return Promise.resolve(analyseRuns(readRunTable(text)));
}
