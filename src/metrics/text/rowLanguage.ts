import { mainScript, type ScriptName } from './mainScript.ts';

/** Tells the language of a text: an ISO 639-1 code, or nothing. */
export interface LanguageDetector {
  detect(text: string): { readonly language: string };
}

/** Nothing of a language, as BCP 47 has it: numbers, marks. */
export const NO_LANGUAGE = 'zxx';
/** Program text; a private tag, since BCP 47 has none. */
export const CODE = 'zxx-x-code';
export const UNKNOWN_LANGUAGE = 'und';

/** UTF-16 units of each text: enough to tell a language, few enough to be fast. */
export const EXCERPT_LENGTH = 75;

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
 * its texts.
 * @param texts the texts of the row that are not program text; where there is none, the row is `CODE`
 * @param detector asked for Latin, Cyrillic, Arabic and Devanagari script only, which takes some 30 µs
 * @param excerptLength UTF-16 units of each text that are looked at
 */
export function rowLanguage(
  texts: readonly string[],
  detector: LanguageDetector,
  excerptLength = EXCERPT_LENGTH,
): string {
  if (texts.length === 0) return CODE;
  const excerpts = texts.map((text) => text.slice(0, excerptLength));
  const byScript = LANGUAGE_OF_SCRIPT[mainScript(excerpts)];
  return byScript ?? (detector.detect(excerpts.join(' ')).language || UNKNOWN_LANGUAGE);
}
