import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usageError.ts';

type OptionsOfCommand = NonNullable<ParseArgsConfig['options']>;

/**
 * The options and the other words of one command, as `util.parseArgs` reads them.
 * @throws UsageError for an option that the command does not have, that is given twice or an empty value, or a file without a
 *   name, in one sentence
 */
export function parseWords<Options extends OptionsOfCommand>(
  words: readonly string[],
  options: Options,
) {
  const args = withDashedValues(words, options);
  try {
    const parsed = parseArgs({ args, allowPositionals: true, options, tokens: true });
    assertValues(parsed.tokens, options);
    if (parsed.positionals.includes('')) throw new UsageError('emptyName');
    return parsed;
  } catch (error) {
    throw error instanceof UsageError ? error : wrongWord(error, words, options);
  }
}

/** `--threads -1` as `--threads=-1`: the value is there, and what is wrong with it can be said. */
function withDashedValues(words: readonly string[], options: OptionsOfCommand): string[] {
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    if (joined.includes('--')) return [...joined, ...words.slice(at)];
    const before = joined.at(-1);
    const isValue =
      before?.startsWith('--') &&
      options[before.slice(2)]?.type === 'string' &&
      /^-[^-]/u.test(word);
    if (isValue) joined.splice(-1, 1, `${before}=${word}`);
    else joined.push(word);
  }
  return joined;
}

/**
 * @throws UsageError for an option with a value that is given twice, of which only one could count, or that is given an
 *   empty one, as where a variable of a script is not set: it would be as if the option were not there
 */
function assertValues(
  tokens: readonly {
    readonly kind: string;
    readonly name?: string;
    readonly value?: string | undefined;
  }[],
  options: OptionsOfCommand,
): void {
  const seen = new Set<string>();
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option' || name === undefined) continue;
    const option = options[name];
    if (option?.type !== 'string' || option.multiple) continue;
    if (seen.has(name)) throw new UsageError('givenTwice', `--${name}`);
    seen.add(name);
    if (value === '') throw new UsageError('needsValue', `--${name}`);
  }
}

/**
 * What `util.parseArgs` found wrong. Its words are English and differ between versions of Node: the
 * option is taken from them.
 */
function wrongWord(
  error: unknown,
  words: readonly string[],
  options: OptionsOfCommand,
): UsageError {
  const { message, code } = error as NodeJS.ErrnoException;
  const option = /--?[^\s'"=,<]+/u.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const dashed = words.find((word) => /^-[^-]/u.test(word) && word.startsWith(option));
    return dashed === undefined
      ? new UsageError('unknownOption', option)
      : new UsageError('dashedFile', dashed);
  }
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
