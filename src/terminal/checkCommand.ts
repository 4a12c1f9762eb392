import { access } from 'node:fs/promises';
import { hasPassed, type CheckOutcome } from '../check/checkOutcome.ts';
import { evaluateChecks, type CheckResult, type CheckSubjects } from '../check/evaluateChecks.ts';
import { flaggedRows } from '../check/flaggedRows.ts';
import { isKnownFigure } from '../check/knownFigures.ts';
import { figureAt } from '../check/figureAt.ts';
import { CheckFault } from '../check/checkFault.ts';
import { comparisonNotes } from '../check/comparisonNotes.ts';
import { renderCheckGithub } from '../check/renderCheckGithub.ts';
import { renderCheckJson } from '../check/renderCheckJson.ts';
import { renderCheckSarif } from '../check/renderCheckSarif.ts';
import { isAnalysisError } from '../data/analysisError.ts';
import { faultWithoutWords } from '../data/faultWithoutWords.ts';
import { sentence } from '../data/sentence.ts';
import { faultReason } from '../data/faultReason.ts';
import type { Report } from '../engine/report.ts';
import type { Command } from './command.ts';
import { HELP_ENTRY, INPUTS_PART, LANGUAGE_ENTRY, THREADS_ENTRY } from './commonUsage.ts';
import { inspectEqualRows } from './inspectEqualRows.ts';
import { inspectFile } from './inspectFile.ts';
import {
  CHECK_FORMATS,
  parseCheckArguments,
  type CheckArguments,
  type CheckFormat,
} from './parseCheckArguments.ts';
import { print } from './print.ts';
import { readBaseline, readCheckPlan, type CheckPlan } from './readCheckConfig.ts';
import { renderCheck } from './renderCheck.ts';
import { columnsOf, styleOf } from './style.ts';
import type { TerminalContext } from './terminalContext.ts';
import { UsageError } from './usageError.ts';
import { englishUsageWords } from './usageWords.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis: `strata check FILE [--config strata.json] [--baseline FILE.json] [--reference FILE] [--format ${CHECK_FORMATS.join('|')}] [--with-texts] [--threads N] [--language en|ja]`,
  },
  {
    text: 'Inspects a file and holds its figures to limits: for pipelines. docs/check.md says what the configuration may hold.',
  },
  INPUTS_PART,
  {
    entries: [
      ['--config …', 'the limits; strata.json here, unless named'],
      ['--baseline …', 'a JSON report of an earlier file, in place of the configuration’s'],
      [
        '--reference …',
        'a data set to compare with at equal rows, in place of the configuration’s',
      ],
      [
        '--format …',
        'text: a table; json; sarif: for code scanning, with the flagged rows; github: for annotations',
      ],
      [
        '--with-texts',
        'words of the rows in the reasons of flagged rows and in faults; else they are left out',
      ],
      LANGUAGE_ENTRY,
      THREADS_ENTRY,
      HELP_ENTRY,
    ],
  },
  {
    text: 'Exit status: 0 when all limits are kept, 1 when one is not, 2 for bad usage or a file that cannot be read, 130 when cancelled.',
  },
];

const EXIT_NOT_KEPT = 1;

const COMPARED = {
  baseline: sentence(englishUsageWords.theBaseline),
  reference: sentence(englishUsageWords.theReference),
};

export const checkCommand: Command = {
  name: 'check',
  summary: 'hold the figures of a data set to limits, for pipelines',
  usage: USAGE,
  run: async (words, context) => {
    const options = parseCheckArguments(words);
    try {
      return await check(options, context);
    } catch (error) {
      // Standard error goes into the same logs as the outcome.
      throw isAnalysisError(error) && !options.withTexts ? faultWithoutWords(error) : error;
    }
  },
};

async function check(options: CheckArguments, context: TerminalContext): Promise<number> {
  const { wording } = context;
  const plan = await readCheckPlan(options);
  const { baseline: baselinePath, reference: referencePath, checks, settings } = plan;
  await assertComparable(plan, options);
  const baseline =
    baselinePath !== undefined && checks.some((one) => one.baseline)
      ? await readBaseline(baselinePath)
      : undefined;
  const inspectOptions = (file: string) => ({
    file,
    settings,
    selection: plan.fields,
    threads: options.threads,
  });
  const inspection = await inspectFile(inspectOptions(options.file), context);
  const { report } = inspection;
  assertFigures(plan, report);
  const atEqualRows =
    referencePath !== undefined && checks.some((one) => one.reference)
      ? await inspectEqualRows(
          inspection,
          await inspectFile(inspectOptions(referencePath), context),
          inspectOptions(options.file),
          inspectOptions(referencePath),
          context,
        )
      : undefined;
  const subjects = { report, ...(baseline && { baseline }), ...(atEqualRows && { atEqualRows }) };
  const outcome: CheckOutcome = {
    strataVersion: report.strataVersion,
    file: report.file.path,
    ...(report.file.parts && { parts: report.file.parts }),
    results: evaluate(plan, subjects),
    flags: flaggedRows(report, options.withTexts, wording),
    notes: comparisonNotes(report, baseline, atEqualRows?.rows, wording.translate),
  };
  await print(render(outcome, options.format, context), context);
  return hasPassed(outcome) ? 0 : EXIT_NOT_KEPT;
}

/**
 * Before the long work: what is compared with is there.
 * @throws UsageError where it is not, or is named and no limit is by it
 */
async function assertComparable(plan: CheckPlan, options: CheckArguments): Promise<void> {
  for (const name of ['baseline', 'reference'] as const) {
    const asking = plan.checks.find((one) => one[name]);
    if (!asking) {
      if (options[name] === undefined) continue;
      throw new UsageError('noLimitBy', options.config, COMPARED[name], `--${name}`);
    }
    const path = plan[name];
    if (path === undefined) {
      throw new UsageError('noComparedFile', options.config, asking.figure, COMPARED[name]);
    }
    await access(path).catch((error: unknown) => {
      throw new UsageError('unreadableFile', path, faultReason(error));
    });
  }
}

/** @throws UsageError where a path leads to no figure that any report has */
function assertFigures({ checks }: CheckPlan, report: Report): void {
  for (const { figure, of } of checks) {
    for (const path of of === undefined ? [figure] : [figure, of]) {
      if (isKnownFigure(path) || figureAt(report, path) !== undefined) continue;
      throw new UsageError('noReportFigure', path);
    }
  }
}

function evaluate({ checks }: CheckPlan, subjects: CheckSubjects): CheckResult[] {
  try {
    return evaluateChecks(checks, subjects);
  } catch (error) {
    if (error instanceof CheckFault) throw new UsageError('fullStop', error.sentence);
    throw error;
  }
}

function render(
  outcome: CheckOutcome,
  format: CheckFormat,
  { stdout, wording }: TerminalContext,
): string {
  const { translate } = wording;
  switch (format) {
    case 'text':
      return renderCheck(outcome, styleOf(stdout), columnsOf(stdout), wording);
    case 'json':
      return renderCheckJson(outcome);
    case 'sarif':
      return renderCheckSarif(outcome, translate);
    case 'github':
      return renderCheckGithub(outcome, translate);
  }
}
