import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AnalysisError } from './data/analysisError.ts';
import type { Inspection } from './engine/inspection.ts';
import { runInspection } from './engine/runInspection.ts';
import { SETTING_RULES, type SettingName } from './engine/settingRules.ts';
import { harmlessText } from './metrics/text/harmlessText.ts';
import { parseArguments, type InspectArguments } from './terminal/parseArguments.ts';
import { describeRule } from './terminal/parseSettings.ts';
import { UsageError } from './terminal/usageError.ts';
import { progressLine } from './terminal/progressLine.ts';
import { renderReport } from './terminal/renderReport.ts';
import { createStyle } from './terminal/style.ts';
import { contributes, version } from '../package.json';

const USAGE = `strata inspect FILE [--json] [--threads N] [--lines 1-500] [--fields instruction=…,response=…,tags=…] [--set NAME=VALUE] [--timings]

Measures how diverse a .jsonl file of fine-tuning data is at three levels (macro: meanings,
meso: tags and task units, micro: tokens), and points at near-duplicate and off-distribution rows.

  --json         print the report as JSON (documented in docs/report.md)
  --lines …      measures these lines only, counted from 1: 1-500 or 7,20-30,900-
  --threads N    worker threads; 0, the default, takes as many as there are cores, at most 8
  --fields …     which fields are read; dotted paths reach into objects: response=instances.0.output
  --embedding-field FIELD  meanings are the numbers that each row has in this field
  --embedding-endpoint URL --embedding-model NAME
                 sends the texts to this OpenAI-compatible server of yours and takes its vectors as meanings
  --set NAME=VALUE  a setting of VS Code, as often as needed; the names are listed below
  --timings      print times on standard error
  --version      print the version
  --help         print this

Settings, with what they take and what they are unless set:
${listSettings()}

Exit status: 0 when the file was inspected, 2 for bad usage or a file that cannot be read, 130 when cancelled.
`;

/** Each setting on a line, with the default that the manifest states. */
function listSettings(): string {
  return Object.entries(SETTING_RULES)
    .map(([name, rule]) => {
      const standard =
        contributes.configuration.properties[`strata.${name as SettingName}`].default;
      return `  ${name.padEnd(36)} ${describeRule(rule)}${standard === '' ? '' : ` (${String(standard)})`}`;
    })
    .join('\n');
}

const EXIT_FAILED = 2;
const EXIT_CANCELLED = 130;

async function main(): Promise<number> {
  const options = parseArguments(process.argv.slice(2));
  switch (options.command) {
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'inspect':
      return inspect(options);
  }
}

async function inspect(options: InspectArguments): Promise<number> {
  const progress = progressLine(process.stderr);
  const running = runInspection(
    {
      source: { kind: 'file', path: options.file },
      selection: options.selection,
      ...(options.lines && { lines: options.lines }),
      settings: options.settings,
      threads: options.threads || Math.min(8, availableParallelism()),
      assetsFolder: join(__dirname, '..', 'media'),
      ...(options.endpoint && { endpoint: options.endpoint }),
    },
    {
      onProgress: (state) => progress.show(state),
      askToSend({ address, model, texts }) {
        progress.clear();
        complain(`sending ${texts} texts to ${address}, model ${model}`);
        return Promise.resolve(true);
      },
    },
  );
  process.once('SIGINT', () => running.cancel());
  let inspection: Inspection;
  try {
    inspection = await running.result;
  } finally {
    progress.clear();
  }
  const { report, timings } = inspection;
  await print(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderReport(
          report,
          createStyle(process.stdout.isTTY && !process.env['NO_COLOR']),
          process.stdout.isTTY ? process.stdout.columns : Infinity,
        ),
  );
  if (options.timings) {
    for (const { phase, durationMs } of timings) {
      process.stderr.write(`${phase.padEnd(16)} ${durationMs.toFixed(0).padStart(8)} ms\n`);
    }
  }
  return 0;
}

/** Waits until a pipe has taken everything, so that no end of the report is lost. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

// A reader such as `head` may close the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  complain(`The report could not be written (${error.code ?? error.message}).`);
  process.exit(EXIT_FAILED);
});

/** Names of files and words of the command line may hold what a terminal would obey. */
function complain(message: string): void {
  const lines = message.split('\n').map((line) => harmlessText(line, 2000));
  process.stderr.write(`strata: ${lines.join('\n')}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof UsageError || error instanceof AnalysisError;
    const message = known ? error.message : error instanceof Error ? error.stack : String(error);
    complain(message ?? 'unknown fault');
    if (error instanceof UsageError)
      process.stderr.write('Run strata --help for the words it takes.\n');
    const cancelled = error instanceof AnalysisError && error.code === 'cancelled';
    process.exitCode = cancelled ? EXIT_CANCELLED : EXIT_FAILED;
  },
);
