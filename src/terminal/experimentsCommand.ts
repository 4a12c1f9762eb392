import { dirname, resolve } from 'node:path';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { isFatal } from '../data/runTable/runTable.ts';
import { LEVEL_COLUMNS } from '../data/runTable/runColumns.ts';
import { readTableFile } from '../data/runTable/readTableFile.ts';
import { analyseRuns } from '../engine/experiments/analyseRuns.ts';
import { assertTableNotRead } from './assertTableNotRead.ts';
import { assertWritable } from '../engine/assertWritable.ts';
import { createTongue } from '../engine/experiments/createTongue.ts';
import { fillMeasuredRuns } from '../engine/experiments/fillMeasuredRuns.ts';
import { experimentsToJson } from '../engine/experiments/toJson.ts';
import type { Command } from './command.ts';
import { HELP_ENTRY, LANGUAGE_ENTRY } from './commonUsage.ts';
import { measureTable } from './measureTable.ts';
import { parseExperimentsArguments } from './parseExperimentsArguments.ts';
import { planRuns } from './planRuns.ts';
import { print } from './print.ts';
import { renderExperiments } from './renderExperiments.ts';
import { columnsOf, styleOf } from './style.ts';
import { writeTableFile } from './writeTableFile.ts';
import type { UsagePart } from './usage.ts';
import { EXIT_FAILED } from './exitStatus.ts';

const USAGE: readonly UsagePart[] = [
  { synopsis: 'strata experiments RUNS.csv [--fill] [--json] [--language en|ja]' },
  {
    text: 'Says which level of diversity paid, from a table of training runs: Bayesian linear regression of the score on the diversity of each level, with size and covariates held fixed. docs/experiments.md says how and what not.',
  },
  { text: 'The first line of the table names the columns, in any order:' },
  {
    entries: [
      ['data', 'name of the data set, or its path as seen from the table'],
      ['size', 'rows trained on'],
      ['common-rows', 'at how many rows the levels were measured: the same for all runs'],
      [
        LEVEL_COLUMNS.join(', '),
        'effective numbers of kinds at that many rows; those that you have',
      ],
      ['score', 'what the trained model reached; empty until it is known'],
      ['note, made-with', 'words, which are not read'],
      [
        '…',
        'any other column is a covariate, in numbers: epochs, learning rate, 0 or 1 for a kind',
      ],
    ],
  },
  {
    text: 'Where the levels of a run are empty and its name leads to a data set, as seen from the table, that is measured.',
  },
  {
    entries: [
      ['--fill', 'write what was measured into the empty cells of the table'],
      ['--json', 'print the report as JSON'],
      LANGUAGE_ENTRY,
      HELP_ENTRY,
    ],
  },
  {
    synopsis:
      'strata experiments RUNS.csv --plan FILE --size N [--runs 4-8] [--levels …] [--seed S] [--dry-run]',
  },
  {
    text: 'Chooses the next data sets to train on so that the levels can be told apart: N rows of FILE each, one level drawn narrow or wide. Writes them beside FILE, each with a manifest, and puts them into the table, which is made where there is none, with their measured levels; the scores are for you to fill in.',
  },
  {
    entries: [
      ['--runs N', 'how many: 4 to 8 (8)'],
      ['--levels …', 'those to be told apart, joined by commas (all that FILE has)'],
      ['--seed S', 'of everything random (1)'],
      ['--dry-run', 'print the commands that would make them, and write nothing'],
      ['--threads N, --fields …, --set NAME=VALUE', 'as for strata inspect'],
    ],
  },
];

/** What the report says of a file that is no table of runs, beside what keeps it from being read. */
const NO_TABLE: ReadonlySet<string> = new Set(['no-score-column', 'no-level-column']);

export const experimentsCommand: Command = {
  name: 'experiments',
  summary: 'say which level of diversity paid, from a table of training runs',
  usage: USAGE,
  run: async (words, context) => {
    const options = parseExperimentsArguments(words);
    const { table } = options;
    if (options.plan) {
      await planRuns(options, options.plan, context);
      return 0;
    }
    const text = readTableFile(table, options.fill);
    if (options.fill) {
      assertWritable(table);
      assertTableNotRead(table, text);
    }
    const measured = await measureTable(text, options, context);
    // While its data sets were measured, a person may have gone on with the table.
    const now = options.fill ? readTableFile(table) : text;
    const filled = fillMeasuredRuns(now, dirname(resolve(table)), measured);
    if (options.fill && filled !== now) writeTableFile(table, filled);
    const runs = readRunTable(filled);
    const report = analyseRuns(runs);
    const { stdout, wording } = context;
    const tongue = createTongue(wording.translate, wording.displayLanguage);
    await print(
      options.json
        ? `${experimentsToJson(report)}\n`
        : renderExperiments(report, tongue, styleOf(stdout), columnsOf(stdout)),
      context,
    );
    const isTable =
      !runs.faults.some(isFatal) && !report.notes.some(({ code }) => NO_TABLE.has(code));
    return isTable ? 0 : EXIT_FAILED;
  },
};
