import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { parseCompareArguments } from './parseCompareArguments.ts';
import { printResult } from './printResult.ts';
import { renderComparison } from './renderComparison.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import type { TerminalContext } from './terminalContext.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata compare DATASET REFERENCE [--json] [--threads N] [--fields instruction=…,response=…,tags=…] [--reference-fields …] [--set NAME=VALUE] [--language en|ja]',
  },
  {
    text: 'Compares a data set with a reference, such as real data or an evaluation set: which is more diverse at equal numbers of rows, whether their distributions differ, what the data set lacks and what it invents, and which of its rows repeat rows of the reference.',
  },
  INPUTS_PART,
  {
    entries: [
      ['--json', 'print the comparison as JSON (documented in docs/compare.md)'],
      ['--reference-fields …', '--fields for the reference, where its fields are named otherwise'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const compareCommand: Command = {
  name: 'compare',
  summary: 'compare a data set with a reference: diversity, shift, gaps, leakage',
  usage: USAGE,
  run: compare,
};

async function compare(words: readonly string[], context: TerminalContext): Promise<number> {
  const { sources, wording } = context;
  const options = parseCompareArguments(words);
  const dataset = await sources.open(options.dataset);
  const reference = await sources.open(options.reference);
  const { comparison } = await runTerminalJob('compareFiles', context, {
    dataset: { source: dataset, selection: options.selection },
    reference: { source: reference, selection: options.referenceFields },
    settings: options.settings,
    ...machineOptions(options.threads, context),
  });
  await printResult(
    comparison,
    options.json,
    (found, style, columns) => renderComparison(found, style, columns, wording),
    context,
  );
  return 0;
}
