import { dirname, resolve } from 'node:path';
import type { NewRun } from '../data/runTable/editRunTable.ts';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { isFatal } from '../data/runTable/runTable.ts';
import { unmeasuredRuns } from '../engine/experiments/unmeasuredRuns.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import type { ExperimentsArguments } from './parseExperimentsArguments.ts';
import { complain } from './print.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalContext } from './terminalContext.ts';
import { interruptible, machineOptions } from './runTerminalJob.ts';

const RUNS_NAMED = 10;

/**
 * Measures the data sets of runs that have no level in the table; what could not be measured is told on standard error.
 * @param text of the table
 * @returns what was measured
 */
export async function measureTable(
  text: string,
  { table: path, selection, settings, threads }: ExperimentsArguments,
  context: TerminalContext,
): Promise<readonly NewRun[]> {
  const { wording, workers } = context;
  const { terminal } = wording;
  const table = readRunTable(text);
  if (table.faults.some(isFatal)) return [];
  const folder = dirname(resolve(path));
  const { measurable, missing } = unmeasuredRuns(table, folder);
  if (missing.length > 0) {
    const lines = missing
      .slice(0, RUNS_NAMED)
      .map(({ line, data }) => fill(terminal.runOfLine, String(line), data));
    const more = missing.length > lines.length ? ['…'] : [];
    const named = [...lines, ...more].join('; ');
    complain(countOf('runsNotThere', missing.length, wording, named), context);
  }
  if (measurable.length === 0) return [];
  const progress = progressLine(context);
  const measured: NewRun[] = [];
  const job = workers.runJob(
    'measureRunFiles',
    {
      ...{ text, folder, selection, settings },
      ...machineOptions(threads, context),
    },
    {
      onProgress: (state) => progress.show(state),
      onUpdate(update) {
        progress.clear();
        const line = String(update.line);
        if ('error' in update) {
          const why = wording.say(update.error.sentence);
          complain(fill(terminal.runFailed, line, update.data, why), context);
          return;
        }
        const { run, missing: unknown } = update.measured;
        measured.push(run);
        if (unknown.length > 0) {
          complain(fill(terminal.runNotMeasured, line, update.data, unknown.join(', ')), context);
        }
      },
    },
  );
  await interruptible(job).finally(() => progress.clear());
  return measured;
}
