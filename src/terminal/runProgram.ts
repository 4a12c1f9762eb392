import { AnalysisError } from '../data/analysisError.ts';
import { say, sentence } from '../data/sentence.ts';
import { version } from '../../package.json';
import { unexpectedFault } from '../engine/unexpectedFault.ts';
import { COMMANDS } from './commands.ts';
import { openSources } from './openSources.ts';
import { complain, print } from './print.ts';
import { PROGRAM_USAGE } from './programUsage.ts';
import { renderErrors } from './renderErrors.ts';
import { renderUsage } from './renderUsage.ts';
import { columnsOf, styleOf } from './style.ts';
import { takeLanguage } from './takeLanguage.ts';
import type { TerminalContext, TerminalSurroundings } from './terminalContext.ts';
import { createTerminalWording, type TerminalWording } from './terminalWording.ts';
import { translator } from './translator.ts';
import { UsageError } from './usageError.ts';
import { englishUsageWords } from './usageWords.ts';
import { EXIT_CANCELLED, EXIT_FAILED } from './exitStatus.ts';

const HELP_WORDS = ['--help', '-h'];

/**
 * The terminal program `strata`.
 * @param words of the command line, after the program's name
 * @returns the exit status: 0, 1 where a check was not passed, 2 for a fault, 130 when cancelled
 */
export async function runProgram(
  words: readonly string[],
  surroundings: TerminalSurroundings,
): Promise<number> {
  let wording = createTerminalWording(translator('en', surroundings.packageFolder), 'en');
  let command: string | undefined;
  try {
    const { language, rest } = takeLanguage(words);
    command = COMMANDS.find(({ name }) => name === rest[0])?.name;
    wording = createTerminalWording(translator(language, surroundings.packageFolder), language);
    return await runWords(rest, surroundings, wording);
  } catch (error) {
    return tell(error, command, wording, surroundings);
  }
}

async function runWords(
  words: readonly string[],
  surroundings: TerminalSurroundings,
  wording: TerminalWording,
): Promise<number> {
  const context = { ...surroundings, wording };
  const sources = openSources(context);
  try {
    return await runCommand(words, { ...context, sources });
  } finally {
    sources.close();
  }
}

async function runCommand(
  [name = 'help', ...words]: readonly string[],
  context: TerminalContext,
): Promise<number> {
  const { translate } = context.wording;
  if (['--version', '-v'].includes(name)) {
    await print(`${version}\n`, context);
    return 0;
  }
  const [of] = words;
  if (name === 'help' && of !== undefined && !HELP_WORDS.includes(of)) {
    return runCommand([of, '--help'], context);
  }
  if (['help', ...HELP_WORDS].includes(name)) {
    await print(renderUsage(PROGRAM_USAGE, translate, context.stdout.columns), context);
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const names = COMMANDS.map((known) => known.name).join(', ');
    throw new UsageError('unknownCommand', name, names);
  }
  if (words.some((word) => HELP_WORDS.includes(word))) {
    await print(renderUsage(command.usage, translate, context.stdout.columns), context);
    return 0;
  }
  return command.run(words, context);
}

/** Says what went wrong. @param command undefined where none was named @returns the exit status */
function tell(
  error: unknown,
  command: string | undefined,
  wording: TerminalWording,
  surroundings: TerminalSurroundings,
): number {
  const { translate } = wording;
  const { stderr } = surroundings;
  const isForeseen = error instanceof UsageError || error instanceof AnalysisError;
  const fault = isForeseen ? error : unexpectedFault(error);
  complain(say(fault.sentence, translate), surroundings);
  if (error instanceof UsageError) {
    const { seeHelp, seeHelpOf } = englishUsageWords;
    const help = command === undefined ? sentence(seeHelp) : sentence(seeHelpOf, command);
    stderr.write(`${say(help, translate)}\n`);
  }
  // Of a single line the sentence has said what is wrong.
  if (error instanceof AnalysisError && error.brokenLines && error.brokenLines.rowErrorCount > 1) {
    const lines = renderErrors(error.brokenLines, styleOf(stderr), columnsOf(stderr), wording);
    stderr.write(`\n${lines.join('\n')}`);
  }
  const wasCancelled = error instanceof AnalysisError && error.code === 'cancelled';
  return wasCancelled ? EXIT_CANCELLED : EXIT_FAILED;
}
