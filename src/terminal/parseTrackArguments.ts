import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface TrackArguments extends CommonArguments {
  /** Two or more, in the order in which they were made. */
  readonly files: readonly string[];
}

/** @throws UsageError when the words after `strata track` do not fit */
export function parseTrackArguments(words: readonly string[]): TrackArguments {
  const { values, positionals: files } = parseWords(words, {
    ...COMMON_WORDS,
  });
  if (files.length < 2) {
    throw new UsageError('takesFiles', files.length);
  }
  return { files, ...parseCommonWords(values) };
}
