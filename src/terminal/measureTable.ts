import { dirname, resolve } from 'node:path';
import { fillRuns } from '../data/runTable/fillRuns.ts';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { isFatal } from '../data/runTable/runTable.ts';
import type { MeasuredRun } from '../engine/experiments/runOfReport.ts';
import { unmeasuredRuns } from '../engine/experiments/unmeasuredRuns.ts';
import { runJob } from '../engine/runJob.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import type { ExperimentsArguments } from './parseExperimentsArguments.ts';
import { complain } from './print.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalWording } from './terminalWording.ts';
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
  wording: TerminalWording,
): Promise<string> {
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
    complain(countOf('runsNotThere', missing.length, wording, [...lines, ...more].join('; ')));
  }
  if (measurable.length === 0) return text;
  const progress = progressLine(process.stderr, wording);
  const figures = new Map<number, MeasuredRun['run']['cells']>();
  const job = runJob(
    'measureRunFiles',
    {
      ...{ text, folder, selection, settings },
      ...machineOptions(threads),
    },
    {
      onProgress: (state) => progress.show(state),
      onUpdate(update) {
        progress.clear();
        const line = String(update.line);
        if ('error' in update) {
          complain(fill(terminal.runFailed, line, update.data, wording.say(update.error.sentence)));
          return;
        }
        const { run, missing: unknown } = update.measured;
        figures.set(update.line, run.cells);
        if (unknown.length > 0) {
          complain(fill(terminal.runNotMeasured, line, update.data, unknown.join(', ')));
        }
      },
    },
  );
  await interruptible(job).finally(() => progress.clear());
  return figures.size > 0 ? fillRuns(table, text, figures) : text;
}
