import { codePointClasses, codePointLength } from './codePointClasses.ts';
import { mainScript, type ScriptName } from './mainScript.ts';

/** Tells the language of a text: an ISO 639-1 code, or nothing. */
export interface LanguageDetector {
  detect(text: string): {
    readonly language: string;
    /**
     * Of each language s / (s + c), where s is the sum of its n-grams' scores and c a number that all languages of the text
     * share; the best two are there at least. To be asked before the next text.
     */
    getScores(): Readonly<Record<string, number>>;
  };
}

/** Nothing of a language, as BCP 47 has it: numbers, marks. */
const NO_LANGUAGE = 'zxx';
/** Program text; a private tag, since BCP 47 has none. */
export const CODE = 'zxx-x-code';
const UNKNOWN_LANGUAGE = 'und';

/** UTF-16 units of each text: enough to tell a language, few enough to be fast. */
export const EXCERPT_LENGTH = 75;

/** From so many letters on the detector is right of 99 in 100 texts; with fewer it has to be ahead. */
const ENOUGH_LETTERS = 40;
/**
 * `languageLead` times the bytes of the letters (n-grams are of bytes: of Cyrillic, with two for each letter, there are twice
 * as many). Below, half of the answers are wrong; above, one in thirty.
 */
const LEAST_EVIDENCE = 1.5;

/** Bytes of UTF-8 and 1 for a letter, else 1. */
const letterClassAt = codePointClasses((character) => {
  if (!/\p{L}/u.test(character)) return 1;
  const codePoint = character.codePointAt(0)!;
  return codePoint < 0x80 ? 2 : codePoint < 0x800 ? 3 : codePoint < 0x1_0000 ? 4 : 5;
});

/** Scripts that hardly any other language of today's data sets is written in. */
const LANGUAGE_OF_SCRIPT: Readonly<Partial<Record<ScriptName, string>>> = {
  Han: 'zh',
  Japanese: 'ja',
  Hangul: 'ko',
  Greek: 'el',
  Hebrew: 'he',
  Bengali: 'bn',
  Tamil: 'ta',
  Telugu: 'te',
  Thai: 'th',
  Armenian: 'hy',
  Georgian: 'ka',
  Ethiopic: 'am',
  Khmer: 'km',
  Common: NO_LANGUAGE,
  Other: UNKNOWN_LANGUAGE,
};

/**
 * The language of a row as a BCP 47 tag: by its main script where that decides it, else by the letters of the beginning of
 * its texts. `UNKNOWN_LANGUAGE` where these are few and could be of two languages: a single letter, `hello`.
 * @param texts the texts of the row that are not program text; where there is none, the row is `CODE`
 * @param detector asked for Latin, Cyrillic, Arabic and Devanagari script only, which takes some 30 µs
 * @param excerptLength UTF-16 units of each text that are looked at
 * @param leastEvidence of a text of few letters; 0 where other looks at the row bear witness too
 */
export function rowLanguage(
  texts: readonly string[],
  detector: LanguageDetector,
  excerptLength = EXCERPT_LENGTH,
  leastEvidence = LEAST_EVIDENCE,
): string {
  if (texts.length === 0) return CODE;
  const excerpts = texts.map((text) => text.slice(0, excerptLength));
  const byScript = LANGUAGE_OF_SCRIPT[mainScript(excerpts)];
  if (byScript !== undefined) return byScript;
  const excerpt = excerpts.join(' ');
  const found = detector.detect(excerpt);
  const bytes = bytesOfFewLetters(excerpt);
  const isTold = bytes === undefined || bytes * languageLead(found.getScores()) >= leastEvidence;
  return (isTold && found.language) || UNKNOWN_LANGUAGE;
}

/** Bytes of the letters of a text; undefined where there are enough of them. */
function bytesOfFewLetters(text: string): number | undefined {
  let letters = 0;
  let bytes = 0;
  for (let at = 0; at < text.length; at += codePointLength(text, at)) {
    const ofLetter = letterClassAt(text, at) - 1;
    bytes += ofLetter;
    if (ofLetter > 0 && ++letters === ENOUGH_LETTERS) return undefined;
  }
  return bytes;
}

/** By what share of its sum the best language is ahead of the next one, 0–1: 1 where there is no other, 0 where there is none. */
export function languageLead(scores: Readonly<Record<string, number>>): number {
  let best = 0;
  let next = 0;
  for (const score of Object.values(scores)) {
    const sum = score / (1 - score);
    next = Math.max(next, Math.min(best, sum));
    best = Math.max(best, sum);
  }
  return best > 0 ? 1 - next / best : 0;
}
