import { dirname, resolve } from 'node:path';
import { fillRuns } from '../data/runTable/fillRuns.ts';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { isFatal } from '../data/runTable/runTable.ts';
import type { MeasuredRun } from '../engine/experiments/runOfReport.ts';
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
 * @returns the text with what was measured in its empty cells: the same text where there was nothing to measure
 */
export async function measureTable(
  text: string,
  { table: path, selection, settings, threads }: ExperimentsArguments,
  context: TerminalContext,
): Promise<string> {
  const { wording, workers } = context;
  const { terminal } = wording;
  const table = readRunTable(text);
  if (table.faults.some(isFatal)) return text;
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
  if (measurable.length === 0) return text;
  const progress = progressLine(context);
  const figures = new Map<number, MeasuredRun['run']['cells']>();
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
        figures.set(update.line, run.cells);
        if (unknown.length > 0) {
          complain(fill(terminal.runNotMeasured, line, update.data, unknown.join(', ')), context);
        }
      },
    },
  );
  await interruptible(job).finally(() => progress.clear());
  return figures.size > 0 ? fillRuns(table, text, figures) : text;
}
