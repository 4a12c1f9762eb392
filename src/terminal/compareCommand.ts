import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ComparedFiles } from '../engine/compare/comparison.ts';
import { runJob } from '../engine/runJob.ts';
import type { Command } from './command.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { listSettings } from './inspectCommand.ts';
import { openSource } from './openSource.ts';
import { parseCompareArguments } from './parseCompareArguments.ts';
import { print } from './print.ts';
import { progressLine } from './progressLine.ts';
import { renderComparison } from './renderComparison.ts';
import { createStyle } from './style.ts';

const USAGE = `strata compare DATASET REFERENCE [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--reference-fields …] [--set NAME=VALUE]

Compares a data set with a reference, such as real data or an evaluation set: which is more
diverse at equal numbers of rows, whether their distributions differ, what the data set lacks and
what it invents, and which of its rows repeat rows of the reference.

${INPUTS_USAGE.replace('FILE is', 'Either is')}

  --json         print the comparison as JSON (documented in docs/compare.md)
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --reference-fields …  the same for the reference, where its fields are named otherwise
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}
`;

export const compareCommand: Command = {
  name: 'compare',
  summary: 'compare a data set with a reference: diversity, shift, gaps, leakage',
  usage: USAGE,
  run: compare,
};

async function compare(words: readonly string[]): Promise<number> {
  const options = parseCompareArguments(words);
  const dataset = await openSource(options.dataset);
  const reference = await openSource(options.reference);
  const progress = progressLine(process.stderr);
  const running = runJob(
    'compareFiles',
    {
      dataset: { source: dataset, selection: options.datasetFields },
      reference: { source: reference, selection: options.referenceFields },
      settings: options.settings,
      threads: options.threads || Math.min(8, availableParallelism()),
      assetsFolder: join(__dirname, '..', 'media'),
    },
    { onProgress: (state) => progress.show(state) },
  );
  process.once('SIGINT', () => running.cancel());
  let compared: ComparedFiles;
  try {
    compared = await running.result;
  } finally {
    progress.clear();
  }
  const style = createStyle(process.stdout.isTTY && !process.env['NO_COLOR']);
  const columns = process.stdout.isTTY ? process.stdout.columns : Infinity;
  await print(
    options.json
      ? `${JSON.stringify(compared.comparison, null, 2)}\n`
      : renderComparison(compared.comparison, style, columns),
  );
  return 0;
}
