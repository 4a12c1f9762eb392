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
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify.*$|\.?$/s, '.'));
  }
}

/**
 * The one file that a command takes.
 * @param command name of the command, for the message
 * @throws UsageError unless exactly one is named
 */
export function onlyFile(command: string, files: readonly string[]): string {
  const [file, ...rest] = files;
  if (!file) throw new UsageError(`strata ${command} needs a file: strata ${command} FILE.`);
  if (rest.length > 0) {
    throw new UsageError(`strata ${command} takes one file, but got ${files.length}.`);
  }
  return file;
}
