import { AnalysisError } from './data/analysisError.ts';
import { say } from './data/sentence.ts';
import { COMMANDS } from './terminal/commands.ts';
import { complain, print } from './terminal/print.ts';
import { PROGRAM_USAGE } from './terminal/programUsage.ts';
import { renderUsage } from './terminal/renderUsage.ts';
import { takeLanguage } from './terminal/takeLanguage.ts';
import { createTerminalWording, type TerminalWording } from './terminal/terminalWording.ts';
import { englishTerminalWords } from './terminal/terminalWords.ts';
import { translator } from './terminal/translator.ts';
import { UsageError } from './terminal/usageError.ts';
import { englishUsageWords } from './terminal/usageWords.ts';
import { fill } from './webview/viewModel/wording.ts';
import { version } from '../package.json';

const EXIT_FAILED = 2;
const EXIT_CANCELLED = 130;
const HELP_WORDS = ['--help', '-h'];

async function main(
  [name = 'help', ...words]: readonly string[],
  wording: TerminalWording,
): Promise<number> {
  const { translate } = wording;
  if (['--version', '-v'].includes(name)) {
    await print(`${version}\n`);
    return 0;
  }
  if (['help', ...HELP_WORDS].includes(name)) {
    await print(renderUsage(PROGRAM_USAGE, translate));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const names = COMMANDS.map((known) => known.name).join(', ');
    throw new UsageError('unknownCommand', name, names);
  }
  if (words.some((word) => HELP_WORDS.includes(word))) {
    await print(renderUsage(command.usage, translate));
    return 0;
  }
  return command.run(words, wording);
}

/** Says what went wrong. @returns the exit status */
function tell(error: unknown, translate: TerminalWording['translate']): number {
  if (error instanceof UsageError || error instanceof AnalysisError) {
    complain(say(error.sentence, translate));
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${translate(englishUsageWords.seeHelp)}\n`);
  }
  const wasCancelled = error instanceof AnalysisError && error.code === 'cancelled';
  return wasCancelled ? EXIT_CANCELLED : EXIT_FAILED;
}

async function run(): Promise<number> {
  let translate = translator('en');
  // A reader such as `head` may close the pipe early: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const why = error.code ?? error.message;
    complain(fill(translate(englishTerminalWords.outputNotWritten), why));
    process.exit(EXIT_FAILED);
  });
  try {
    const { language, rest } = takeLanguage(process.argv.slice(2));
    translate = translator(language);
    return await main(rest, createTerminalWording(translate, language));
  } catch (error) {
    return tell(error, translate);
  }
}

void run().then((code) => {
  process.exitCode = code;
});
