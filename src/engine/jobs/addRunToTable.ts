import { addRun, type NewRun, type RunTableEdit } from '../../data/runTable/editRunTable.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { JobEnvironment } from './job.ts';

/** How a table changes that takes a run in; nothing is written. */
export function addRunToTable(
  { text, run }: { readonly text: string | undefined; readonly run: NewRun },
  { cancelFlag }: JobEnvironment<never>,
): Promise<RunTableEdit> {
  throwIfCancelled(cancelFlag);
  return Promise.resolve(addRun(readRunTable(text ?? ''), text, run));
}
