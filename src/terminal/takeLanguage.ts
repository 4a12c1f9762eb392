import { oneOf } from './oneOf.ts';
import { LANGUAGES, type Language } from './translator.ts';
import { UsageError } from './usageError.ts';

const OPTION = '--language';

/**
 * The language that a command line asks for, wherever it stands, and the other words: found before these are read, so that what
 * is wrong with them can be said in it. Of several the last counts.
 * @throws UsageError where the language is not known
 */
export function takeLanguage(words: readonly string[]): {
  readonly language: Language;
  readonly rest: readonly string[];
} {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const rest: string[] = [];
  let language: Language = 'en';
  for (let at = 0; at < end; at++) {
    const word = words[at] ?? '';
    if (word === OPTION) language = parseLanguage(words[++at] ?? '');
    else if (word.startsWith(`${OPTION}=`)) language = parseLanguage(word.slice(OPTION.length + 1));
    else rest.push(word);
  }
  return { language, rest: [...rest, ...words.slice(end)] };
}

function parseLanguage(text: string): Language {
  const known = LANGUAGES.find((language) => language === text);
  if (known) return known;
  if (text === '') throw new UsageError('needsValue', OPTION);
  throw new UsageError('choice', OPTION, oneOf(LANGUAGES), text);
}
