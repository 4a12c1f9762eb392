import type { Command } from './command.ts';
import { COMMON_USAGE } from './commonWords.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { openSource } from './openSource.ts';
import { parseCompareArguments } from './parseCompareArguments.ts';
import { printResult } from './printResult.ts';
import { renderComparison } from './renderComparison.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import { createTerminalWording } from './terminalWording.ts';
import { translator } from './translator.ts';

const USAGE = `strata compare DATASET REFERENCE [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--reference-fields …] [--set NAME=VALUE] [--language en|ja]

Compares a .jsonl data set with a reference, such as real data or an evaluation set: which is more
diverse at equal numbers of rows, whether their distributions differ, what the data set lacks and
what it invents, and which of its rows repeat rows of the reference.

${INPUTS_USAGE.replace('FILE is', 'Either is')}

  --json         print the comparison as JSON (documented in docs/compare.md)
  --reference-fields …  --fields for the reference, where its fields are named otherwise
  --language ja  in Japanese
${COMMON_USAGE}`;

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
  const { comparison } = await runTerminalJob('compareFiles', {
    dataset: { source: dataset, selection: options.selection },
    reference: { source: reference, selection: options.referenceFields },
    settings: options.settings,
    ...machineOptions(options.threads),
  });
  const { language } = options;
  const wording = createTerminalWording(translator(language), language);
  await printResult(comparison, options.json, (found, style, columns) =>
    renderComparison(found, style, columns, wording),
  );
  return 0;
}
