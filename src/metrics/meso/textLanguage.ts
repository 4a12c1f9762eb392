import { ENGLISH_FUNCTION_WORDS, ROMANCE_AND_GERMANIC_FUNCTION_WORDS } from './stopWords.ts';

/** What decides how the kinds of a text are found; `other` is a language or script without rules of its own. */
export type TextLanguage = 'en' | 'ja' | 'zh' | 'th' | 'ko' | 'ru' | 'code' | 'other';

/**
 * Marks that prose hardly has; brackets count only where they cling to a name: `f(x)`. All begin with one class of
 * characters, for which V8 searches many times faster than for alternatives.
 */
const CODE_MARK = /[{};=<>_$#\\|&([](?<=[^([]|[A-Za-z\d].)/g;

const LEAST_MARKS = 3;

/** First words of a line of code that are no first words of a sentence. */
const CODE_LINE =
  /^\s*(?:```|def \w+\s*\(|import \w+$|from [\w.]+ import |#include\b|function \w*\s*\(|(?:const|let|var) \w+\s*=|public (?:static |class )|class \w+\s*[:{(]|SELECT\b.*\bFROM\b|<\w+[ >]|<!DOCTYPE)/m;

/** The beginning of a text that is looked at, in UTF-16 units. */
const MAX_SAMPLE = 600;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language by script, where the text is mainly or in a good part in one that is not Latin. */
function byScript(text: string): TextLanguage | undefined {
  const letters = count(text, /\p{L}/gu);
  // `Python プログラム` is Japanese: a fifth of the letters is enough, since Latin words take many letters.
  const has = (found: number): boolean => found > 0 && found * 5 >= letters;
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  if (has(kana + han)) return kana * 10 >= han ? 'ja' : 'zh';
  if (has(count(text, /\p{Script=Hangul}/gu))) return 'ko';
  if (has(count(text, /\p{Script=Thai}/gu))) return 'th';
  if (has(count(text, /\p{Script=Cyrillic}/gu))) return 'ru';
  return count(text, /\p{Script=Latin}/gu) * 2 < letters ? 'other' : undefined;
}

/**
 * The language of a text as far as the meso level tells languages apart: by script, by function words for Latin script, and
 * by marks for program text. Looks at the first 600 UTF-16 units.
 */
export function textLanguage(whole: string): TextLanguage {
  const text = whole.slice(0, MAX_SAMPLE);
  // Most texts are ASCII with typographic quotes and dashes, and need no count of scripts.
  const plain = !/[^\u0020-\u007e\s\u2010-\u2026]/.test(text);
  const script = plain ? undefined : byScript(text);
  if (script !== undefined) return script;

  let english = 0;
  let foreign = 0;
  let words = 0;
  const letters = plain ? /[a-z]+/g : /\p{L}+/gu;
  for (const word of text.toLowerCase().match(letters) ?? []) {
    words++;
    if (ENGLISH_FUNCTION_WORDS.has(word)) english++;
    else if (ROMANCE_AND_GERMANIC_FUNCTION_WORDS.has(word)) foreign++;
  }
  const marks = count(text, CODE_MARK);
  const isMarked = () => marks > count(text, /\S/g) * 0.06 || CODE_LINE.test(text);
  if (marks >= LEAST_MARKS && english + foreign <= words * 0.25 && isMarked()) return 'code';

  const accents = plain ? 0 : count(text, /[\u00c0-\u024f\u1e00-\u1eff]/g);
  // `Los Angeles` and one `la` make no Spanish; letters that English lacks, without an English function word, do.
  const foreignWords =
    foreign > english && foreign >= (accents > 0 ? 1 : 2) && foreign * 6 >= words;
  return foreignWords || (accents > 0 && english === 0) ? 'other' : 'en';
}

/** Whether the language of a text is program text, which most texts are known not to be from their marks alone. */
export function isCode(whole: string): boolean {
  return (
    count(whole.slice(0, MAX_SAMPLE), CODE_MARK) >= LEAST_MARKS && textLanguage(whole) === 'code'
  );
}
