import type { NewRun } from '../../data/runTable/editRunTable.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { fillMeasuredRuns } from '../experiments/fillMeasuredRuns.ts';
import type { JobEnvironment } from './job.ts';

/** The text of a table with what was measured of a data set, in the rows that name it and have no level; nothing is written. */
export function fillRunTable(
  { text, folder, run }: { readonly text: string; readonly folder: string; readonly run: NewRun },
  { cancelFlag }: JobEnvironment<never>,
): Promise<string> {
  throwIfCancelled(cancelFlag);
  return Promise.resolve(fillMeasuredRuns(text, folder, [run]));
}
