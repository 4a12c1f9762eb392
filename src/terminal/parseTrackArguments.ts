import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseWords } from './parseWords.ts';
import { parseLanguage, type Language } from './translator.ts';
import { UsageError } from './usageError.ts';

export interface TrackArguments extends CommonArguments {
  /** Two or more, in the order in which they were made. */
  readonly files: readonly string[];
  readonly language: Language;
}

/** @throws UsageError when the words after `strata track` do not fit */
export function parseTrackArguments(words: readonly string[]): TrackArguments {
  const { values, positionals: files } = parseWords(words, {
    ...COMMON_WORDS,
    language: { type: 'string', default: 'en' },
  });
  if (files.length < 2) {
    throw new UsageError(
      `strata track takes two files or more, oldest first, but got ${files.length}: strata track GENERATION0 GENERATION1 ….`,
    );
  }
  return { files, ...parseCommonWords(values), language: parseLanguage(values.language) };
}
