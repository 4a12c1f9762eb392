import { readRunTable } from '../data/runTable/readRunTable.ts';
import { LEVEL_COLUMNS } from '../data/runTable/runColumns.ts';
import { readTableFile } from '../data/runTable/readTableFile.ts';
import { analyseRuns } from '../engine/experiments/analyseRuns.ts';
import { createTongue } from '../engine/experiments/createTongue.ts';
import { experimentsToJson } from '../engine/experiments/toJson.ts';
import type { Command } from './command.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { print } from './print.ts';
import { renderExperiments } from './renderExperiments.ts';
import { createStyle } from './style.ts';
import { parseLanguage, translator } from './translator.ts';

const USAGE = `strata experiments RUNS.csv [--json] [--language en|ja]

Says which level of diversity paid, from a table of training runs: Bayesian linear regression of the score on
the diversity of each level, with size and covariates held fixed. docs/experiments.md says how and what not.

The first line of the table names the columns, in any order:

  data         name of the data set, for your eyes
  size         rows trained on
  common-rows  at how many rows the levels were measured: the same for all runs
  ${LEVEL_COLUMNS.slice(0, 3).join(', ')},
  ${LEVEL_COLUMNS.slice(3).join(', ')}
               effective numbers of kinds at that many rows; those that you have
  score        what the trained model reached; empty until it is known
  note, made-with  words, which are not read
  any other    a covariate, in numbers: epochs, learning rate, 0 or 1 for a kind

  --json         print the report as JSON
  --language ja  in Japanese
  --help         print this
`;

export const experimentsCommand: Command = {
  name: 'experiments',
  summary: 'say which level of diversity paid, from a table of training runs',
  usage: USAGE,
  run: async (words) => {
    const { values, positionals } = parseWords(words, {
      json: { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
    });
    const path = onlyFile('experiments', positionals);
    const language = parseLanguage(values.language);
    const report = analyseRuns(readRunTable(readTableFile(path)));
    if (values.json) {
      await print(`${experimentsToJson(report)}\n`);
      return 0;
    }
    const { isTTY, columns } = process.stdout;
    const style = createStyle(isTTY && !process.env['NO_COLOR']);
    const tongue = createTongue(translator(language), language);
    await print(renderExperiments(report, tongue, style, isTTY ? columns : Infinity));
    return 0;
  },
};
