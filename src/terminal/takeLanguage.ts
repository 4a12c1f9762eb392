import { oneOf } from '../engine/oneOf.ts';
import { LANGUAGES, type Language } from './translator.ts';
import { UsageError } from './usageError.ts';

const OPTION = '--language';

/**
 * The language that a command line asks for, wherever it stands, and the other words: found before these are read, so that what
 * is wrong with them can be said in it.
 * @throws UsageError where the language is not known, or given twice
 */
export function takeLanguage(words: readonly string[]): {
  readonly language: Language;
  readonly rest: readonly string[];
} {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const rest: string[] = [];
  let language: Language | undefined;
  const take = (text: string) => {
    if (language !== undefined) throw new UsageError('givenTwice', OPTION);
    language = parseLanguage(text);
  };
  for (let at = 0; at < end; at++) {
    const word = words[at] ?? '';
    if (word === OPTION) take(words[++at] ?? '');
    else if (word.startsWith(`${OPTION}=`)) take(word.slice(OPTION.length + 1));
    else rest.push(word);
  }
  return { language: language ?? 'en', rest: [...rest, ...words.slice(end)] };
}

function parseLanguage(text: string): Language {
  const known = LANGUAGES.find((language) => language === text);
  if (known) return known;
  if (text === '') throw new UsageError('needsValue', OPTION);
  throw new UsageError('choice', OPTION, oneOf(LANGUAGES), text);
}
