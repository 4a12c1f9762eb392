import { isAnalysisError } from '../data/analysisError.ts';
import type { Inspection } from '../engine/inspection.ts';
import { unreadFields } from '../webview/viewModel/unreadFields.ts';
import { assertTargets } from './assertTargets.ts';
import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { inspectFile } from './inspectFile.ts';
import { parseInspectArguments, type InspectArguments } from './parseInspectArguments.ts';
import { print } from './print.ts';
import { renderReport } from './renderReport.ts';
import { columnsOf, styleOf } from './style.ts';
import type { TerminalContext } from './terminalContext.ts';
import { writeReportFile } from './writeReportFile.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata inspect FILE [--json] [--threads N] [--lines 1-500] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--report FILE] [--language en|ja] [--timings]',
  },
  {
    text: 'Measures how diverse a file of fine-tuning data is at three levels (macro: meanings, meso: tags and task units, micro: tokens), and points at near-duplicate and off-distribution rows.',
  },
  INPUTS_PART,
  {
    entries: [
      ['--json', 'print the report as JSON (documented in docs/report.md)'],
      ['--lines …', 'measures these lines only, counted from 1: 1-500 or 7,20-30,900-'],
      ['--embedding-field FIELD', 'meanings are the numbers that each row has in this field'],
      [
        '--embedding-endpoint URL --embedding-model NAME',
        'sends the texts to this OpenAI-compatible server of yours and takes its vectors as meanings; a key that it asks for is read from the environment, STRATA_EMBEDDING_KEY',
      ],
      [
        '--report FILE',
        'also write the report to FILE.html (one page to read and print), FILE.md or FILE.json',
      ],
      [
        '--with-texts',
        'with words and excerpts of the rows in it, personal data masked in excerpts, not in single words and names; else names are numbers and excerpts left out',
      ],
      ['--timings', 'print times on standard error'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'measure how diverse a data set is, and point at its odd and repeated rows',
  usage: USAGE,
  run: inspect,
};

async function inspect(words: readonly string[], context: TerminalContext): Promise<number> {
  const { stdout, stderr, wording } = context;
  const options = parseInspectArguments(words);
  const inspection = await inspectOrSay(options, context);
  const { report, timings } = inspection;
  for (const note of unreadFields(report.fields, options.selection, wording)) {
    stderr.write(`strata: ${note}\n`);
  }
  await print(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderReport(report, styleOf(stdout), columnsOf(stdout), wording),
    context,
  );
  for (const target of options.reports) {
    await writeReportFile(target, inspection, options, context);
  }
  if (options.timings) {
    for (const { phase, durationMs } of timings) {
      stderr.write(`${phase.padEnd(16)} ${durationMs.toFixed(0).padStart(8)} ms\n`);
    }
  }
  return 0;
}

/** Where there is no report to print as JSON, what is wrong stands in its place. */
async function inspectOrSay(
  options: InspectArguments,
  context: TerminalContext,
): Promise<Inspection> {
  try {
    const targets = options.reports.map(({ path }) => path);
    if (targets.length > 0) assertTargets(targets, [await context.sources.open(options.file)]);
    return await inspectFile(options, context);
  } catch (error) {
    if (options.json && isAnalysisError(error) && error.code !== 'cancelled') {
      const { code, message, brokenLines } = error;
      const fault = { error: { code, message, ...brokenLines } };
      await print(`${JSON.stringify(fault, null, 2)}\n`, context);
    }
    throw error;
  }
}
