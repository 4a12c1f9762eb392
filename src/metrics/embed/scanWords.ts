import { characterClass, classOfCodePoint } from './characterClass.ts';

/** Longer words are cut, so that a megabyte without a space is many words and none of them is kept whole. */
export const longestWord = 64;

/** Takes the parts of a text, each as a range of UTF-16 code units. */
export interface WordVisitor {
  /** A run of letters, marks and digits of at most 64 code units, or one symbol. */
  word(text: string, start: number, end: number): void;
  /** A run of Chinese characters and kana. */
  ideographs(text: string, start: number, end: number): void;
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
  for (let i = 0; i < length;) {
    const codePoint = text.codePointAt(i)!;
    const next = classOfCodePoint(codePoint);
    if (next !== current || next === characterClass.symbol) {
      visit(text, start, i, current, visitor);
      start = i;
      current = next;
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  visit(text, start, length, current, visitor);
}

function visit(text: string, start: number, end: number, kind: number, visitor: WordVisitor): void {
  if (kind === characterClass.separator) return;
  if (kind === characterClass.ideograph) {
    visitor.ideographs(text, start, end);
    return;
  }
  for (let from = start; from < end; from += longestWord) {
    visitor.word(text, from, Math.min(end, from + longestWord));
  }
}
