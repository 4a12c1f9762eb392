import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usageError.ts';

/**
 * The options and the other words of one command, as `util.parseArgs` reads them.
 * @throws UsageError for an option that the command does not have, in one sentence
 */
export function parseWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw wrongWord(error, options);
  }
}

/** What `util.parseArgs` found wrong. Its words are English and differ between versions of Node: the option is taken from them. */
function wrongWord(error: unknown, options: NonNullable<ParseArgsConfig['options']>): UsageError {
  const { message, code } = error as NodeJS.ErrnoException;
  const option = /--?[^\s'"=,<]+/u.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError('unknownOption', option);
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new UsageError('unreadable', message);
  const takesValue = options[option.replace(/^--/u, '')]?.type === 'string';
  return new UsageError(takesValue ? 'needsValue' : 'takesNoValue', option);
}

/**
 * The one file that a command takes.
 * @param command name of the command, for the message
 * @throws UsageError unless exactly one is named
 */
export function onlyFile(command: string, files: readonly string[]): string {
  const [file, ...rest] = files;
  if (!file) throw new UsageError('needsFile', command);
  if (rest.length > 0) throw new UsageError('takesOneFile', command, files.length);
  return file;
}
