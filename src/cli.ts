import { AnalysisError } from './data/analysisError.ts';
import { COMMANDS } from './terminal/commands.ts';
import { complain, print } from './terminal/print.ts';
import { UsageError } from './terminal/usageError.ts';
import { version } from '../package.json';

const USAGE = `strata COMMAND …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')}

strata COMMAND --help says what a command takes, strata --version which version this is.

Exit status: 0 when the work was done, 2 for bad usage or a file that cannot be read, 130 when cancelled.
`;

const EXIT_FAILED = 2;
const EXIT_CANCELLED = 130;
const HELP_WORDS = ['--help', '-h'];

async function main([name = 'help', ...words]: readonly string[]): Promise<number> {
  if (['--version', '-v'].includes(name)) {
    await print(`${version}\n`);
    return 0;
  }
  if (['help', ...HELP_WORDS].includes(name)) {
    await print(USAGE);
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const names = COMMANDS.map((known) => known.name).join(', ');
    throw new UsageError(`Unknown command "${name}"; the commands are: ${names}.`);
  }
  if (words.some((word) => HELP_WORDS.includes(word))) {
    await print(command.usage);
    return 0;
  }
  return command.run(words);
}

// A reader such as `head` may close the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  complain(`The report could not be written (${error.code ?? error.message}).`);
  process.exit(EXIT_FAILED);
});

main(process.argv.slice(2)).then(
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
