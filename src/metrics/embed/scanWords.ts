import { characterClass, classOfCodePoint } from './characterClass.ts';
import { FIRST_HASH, hashUnit, otherHashUnit } from './hashedFeature.ts';

/** Longer words are cut, so that a megabyte without a space is many words and none of them is kept whole. */
export const longestWord = 64;

/** Takes the parts of a text, each as a range of UTF-16 code units. */
export interface WordVisitor {
  /**
   * A run of letters, marks and digits of at most 64 code units, or one symbol.
   * @param hash, otherHash of its code units, 32 bits each, signed, made on the way
   */
  readonly word: (
    text: string,
    start: number,
    end: number,
    hash: number,
    otherHash: number,
  ) => void;
  /** A run of Chinese characters and kana. */
  readonly ideographs: (text: string, start: number, end: number) => void;
}

/** The text in the one form that is embedded: compatibility forms and case folded away. */
export function foldText(text: string): string {
  const folded = /[^\0-\x7f]/.test(text) ? text.normalize('NFKC') : text;
  return folded.toLowerCase();
}

/** Walks over a folded text once, in order. White space and control characters are in no part. O(length). */
export function scanWords(text: string, visitor: WordVisitor): void {
  const { length } = text;
  let start = 0;
  let current: number = characterClass.separator;
  let hash = FIRST_HASH;
  let otherHash = FIRST_HASH;
  for (let i = 0; i < length;) {
    const unit = text.charCodeAt(i);
    const codePoint = (unit & 0xf800) === 0xd800 ? text.codePointAt(i)! : unit;
    const next = classOfCodePoint(codePoint);
    if (next !== current || next === characterClass.symbol) {
      if (current === characterClass.ideograph) visitor.ideographs(text, start, i);
      else if (current !== characterClass.separator) visitor.word(text, start, i, hash, otherHash);
      start = i;
      current = next;
      hash = otherHash = FIRST_HASH;
    }
    // A cut may part a pair of surrogates: a word of 64 code units is one whatever they are.
    for (const end = codePoint > 0xffff ? i + 2 : i + 1; i < end; i++) {
      if (i - start === longestWord && current !== characterClass.ideograph) {
        if (current === characterClass.word) visitor.word(text, start, i, hash, otherHash);
        start = i;
        hash = otherHash = FIRST_HASH;
      }
      const each = text.charCodeAt(i);
      hash = hashUnit(hash, each);
      otherHash = otherHashUnit(otherHash, each);
    }
  }
  if (current === characterClass.ideograph) visitor.ideographs(text, start, length);
  else if (current !== characterClass.separator) visitor.word(text, start, length, hash, otherHash);
}
