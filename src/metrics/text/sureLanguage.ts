import { rowLanguage, type LanguageDetector } from './rowLanguage.ts';

/** Fewer tell no language reliably: a name, a title. */
const MIN_LETTERS = 40;
const EXCERPT_LENGTH = 300;

/**
 * The language of a row where there is no doubt: at least 40 letters, and the longer beginning of its texts, both halves of
 * it and the short look of `rowLanguage` all say the same.
 * @param texts the texts of the row that are not program text
 * @returns a BCP 47 tag, undefined where in doubt
 */
export function sureLanguage(
  texts: readonly string[],
  detector: LanguageDetector,
): string | undefined {
  const text = texts.map((one) => one.slice(0, EXCERPT_LENGTH)).join(' ');
  if ((text.match(/\p{L}/gu) ?? []).length < MIN_LETTERS) return undefined;
  const middle = text.length >> 1;
  const [first, ...others] = [
    rowLanguage(texts, detector),
    ...[text, text.slice(0, middle), text.slice(middle)].map((part) =>
      rowLanguage([part], detector, EXCERPT_LENGTH * texts.length + texts.length, 0),
    ),
  ];
  return others.every((language) => language === first) ? first : undefined;
}
