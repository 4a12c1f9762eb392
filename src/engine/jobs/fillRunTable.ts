import type { NewRun } from '../../data/runTable/editRunTable.ts';
import { fillRuns } from '../../data/runTable/fillRuns.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { unmeasuredRuns } from '../experiments/unmeasuredRuns.ts';
import type { JobEnvironment } from './job.ts';

/** The text of a table with what was measured of a data set, in the rows that name it and have no level; nothing is written. */
export function fillRunTable(
  { text, folder, run }: { readonly text: string; readonly folder: string; readonly run: NewRun },
  { cancelFlag }: JobEnvironment<never>,
): Promise<string> {
  throwIfCancelled(cancelFlag);
  const table = readRunTable(text);
  const { measurable, missing } = unmeasuredRuns(table, folder);
  const lines = [...measurable, ...missing].filter(({ data }) => data === run.data);
  const figures = new Map(lines.map(({ line }) => [line, run.cells]));
  return Promise.resolve(figures.size > 0 ? fillRuns(table, text, figures) : text);
}
