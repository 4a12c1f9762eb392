import type { Command } from './command.ts';
import { listSettings } from './commonWords.ts';
import { INPUTS_USAGE } from './inputsUsage.ts';
import { inspectFile } from './inspectFile.ts';
import { parseInspectArguments } from './parseInspectArguments.ts';
import { print } from './print.ts';
import { renderReport } from './renderReport.ts';
import { createStyle } from './style.ts';
import { createTerminalWording } from './terminalWording.ts';
import { translator } from './translator.ts';
import { writeReportFile } from './writeReportFile.ts';

const USAGE = `strata inspect FILE [--json] [--threads N] [--lines 1-500] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--report FILE] [--language en|ja] [--timings]

Measures how diverse a file of fine-tuning data is at three levels (macro: meanings, meso: tags and
task units, micro: tokens), and points at near-duplicate and off-distribution rows.

${INPUTS_USAGE}

  --json         print the report as JSON (documented in docs/report.md)
  --lines …      measures these lines only, counted from 1: 1-500 or 7,20-30,900-
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --embedding-field FIELD  meanings are the numbers that each row has in this field
  --embedding-endpoint URL --embedding-model NAME
                 sends the texts to this OpenAI-compatible server of yours and takes its vectors as meanings;
                 a key that it asks for is read from the environment, STRATA_EMBEDDING_KEY
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --report FILE  also write the report to FILE.html (one page to read and print), FILE.md or FILE.json
  --with-texts   with words and excerpts of the rows in it; else names are numbers and excerpts left out
  --language ja  in Japanese, the written report too
  --timings      print times on standard error
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}
`;

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'measure how diverse a data set is, and point at its odd and repeated rows',
  usage: USAGE,
  run: inspect,
};

async function inspect(words: readonly string[]): Promise<number> {
  const options = parseInspectArguments(words);
  const { language } = options;
  const inspection = await inspectFile(options);
  const { report, timings } = inspection;
  await print(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderReport(
          report,
          createStyle(process.stdout.isTTY && !process.env['NO_COLOR']),
          process.stdout.isTTY ? process.stdout.columns : Infinity,
          createTerminalWording(translator(language), language),
        ),
  );
  for (const target of options.reports) await writeReportFile(target, inspection, options);
  if (options.timings) {
    for (const { phase, durationMs } of timings) {
      process.stderr.write(`${phase.padEnd(16)} ${durationMs.toFixed(0).padStart(8)} ms\n`);
    }
  }
  return 0;
}
