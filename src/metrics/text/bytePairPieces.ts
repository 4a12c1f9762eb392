import { codePointClasses, codePointLength } from './codePointClasses.ts';

// Each class is a bit, so that a set of classes is a mask.
const SYMBOL = 1;
const SPACE = 2;
const NEWLINE = 4;
const NUMBER = 8;
const UPPER = 16;
const LOWER = 32;
const UNCASED = 64;
const MARK = 128;

const WHITE_SPACE = SPACE | NEWLINE;
const SYMBOLS = SYMBOL | MARK;
/** What a word may begin with besides its letters: anything but a letter, a number or the end of a line. */
const PREFIX = SYMBOL | SPACE | MARK;
const LETTER = UPPER | LOWER | UNCASED;
const WORD_HEAD = UPPER | UNCASED | MARK;
const WORD_TAIL = LOWER | UNCASED | MARK;
const IN_BOTH = UNCASED | MARK;

const classAt = codePointClasses((codePoint) => {
  if (/[\r\n]/.test(codePoint)) return NEWLINE;
  if (/\s/.test(codePoint)) return SPACE;
  if (/\p{N}/u.test(codePoint)) return NUMBER;
  if (/[\p{Lu}\p{Lt}]/u.test(codePoint)) return UPPER;
  if (/\p{Ll}/u.test(codePoint)) return LOWER;
  if (/[\p{Lm}\p{Lo}]/u.test(codePoint)) return UNCASED;
  return /\p{M}/u.test(codePoint) ? MARK : SYMBOL;
});

const ASCII_CLASSES = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  classAt(String.fromCharCode(unit), 0),
);

/** Where the piece of a text that begins at `start`, the index of a code point, ends: an index > start. */
export type PieceEnd = (text: string, start: number) => number;

/**
 * Where the piece of text that begins at `start` ends: what the split pattern of o200k_base matches there, found without
 * a regular expression, which on hostile input (megabytes of one letter) backtracks until its stack is full.
 *
 * The pattern, with P = `[^\r\n\p{L}\p{N}]`, H = `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`, T = `[\p{Ll}\p{Lm}\p{Lo}\p{M}]` and
 * S = `'(?:s|d|m|t|ll|ve|re)` in either case:
 * `P?H*T+S?|P?H+T*S?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 *
 * @param start index of a code point, in [0, text.length)
 * @returns index after the piece, > start
 * Linear in the text when called piece by piece.
 * @see O200K_TOKEN_SPLIT_REGEX in gpt-tokenizer, whose `\s` is JavaScript's: unlike tiktoken's it holds U+FEFF and not
 * U+0085.
 */
export function o200kPieceEnd(text: string, start: number): number {
  const first = classAt(text, start);
  const second = start + codePointLength(text, start);
  if (first & (PREFIX | WORD_HEAD | WORD_TAIL)) {
    const end = wordEnd(text, start, first, second);
    if (end > start) return contractionEnd(text, end);
  }
  if (first & NUMBER) return numberEnd(text, second);
  const end = anySymbolsEnd(text, start, first, second, true);
  return end > start ? end : whiteSpaceEnd(text, start);
}

/**
 * The same for cl100k_base, the encoding of GPT-4 and GPT-3.5:
 * `S|P?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s+$|\s*[\r\n]|\s+(?!\S)|\s`
 * @see CL100K_TOKEN_SPLIT_REGEX in gpt-tokenizer
 */
export function cl100kPieceEnd(text: string, start: number): number {
  const contracted = contractionEnd(text, start);
  if (contracted > start) return contracted;
  const first = classAt(text, start);
  const second = start + codePointLength(text, start);
  if (first & LETTER) return runEnd(text, second, LETTER);
  if (first & PREFIX) {
    const end = runEnd(text, second, LETTER);
    if (end > second) return end;
  }
  if (first & NUMBER) return numberEnd(text, second);
  const end = anySymbolsEnd(text, start, first, second, false);
  if (end > start) return end;
  const spaceEnd = runEnd(text, start, WHITE_SPACE);
  return spaceEnd === text.length ? spaceEnd : whiteSpaceEnd(text, start);
}

/** Where symbols that begin at `start` or after one space end, or `start` where there are none. */
function anySymbolsEnd(
  text: string,
  start: number,
  first: number,
  second: number,
  withSlashes: boolean,
): number {
  if (first & SYMBOLS) return symbolsEnd(text, second, withSlashes);
  if (text.charCodeAt(start) === 0x20 && second < text.length && classAt(text, second) & SYMBOLS) {
    return symbolsEnd(text, second, withSlashes);
  }
  return start;
}

/** `P?H*T+|P?H+T*`, or `start` where neither matches; a prefix is tried before no prefix, `H*T+` before `H+T*`. */
function wordEnd(text: string, start: number, first: number, second: number): number {
  if (first & PREFIX) {
    const end = tailedWordEnd(text, second);
    if (end > second) return end;
  }
  if (first & (WORD_HEAD | WORD_TAIL)) {
    const end = tailedWordEnd(text, start);
    if (end > start) return end;
  }
  if (first & PREFIX) {
    const end = runEnd(text, second, WORD_HEAD);
    if (end > second) return end;
  }
  return first & WORD_HEAD ? runEnd(text, start, WORD_HEAD) : start;
}

/** `H*T+`, or `start` where it does not match. */
function tailedWordEnd(text: string, start: number): number {
  const headEnd = runEnd(text, start, WORD_HEAD);
  const tailEnd = runEnd(text, headEnd, WORD_TAIL);
  if (tailEnd > headEnd) return tailEnd;
  // The head gives back what follows its last character that is in both sets: that one is the tail.
  for (let end = headEnd; end > start;) {
    const index = end - (end - start > 1 ? codePointLength(text, end - 2) : 1);
    if (classAt(text, index) & IN_BOTH) return end;
    end = index;
  }
  return start;
}

function contractionEnd(text: string, index: number): number {
  if (text.charCodeAt(index) !== 0x27) return index;
  const letter = text.charAt(index + 1).toLowerCase();
  if (letter === 's' || letter === 'd' || letter === 'm' || letter === 't') return index + 2;
  const pair = letter + text.charAt(index + 2).toLowerCase();
  return pair === 'll' || pair === 've' || pair === 're' ? index + 3 : index;
}

function numberEnd(text: string, index: number): number {
  for (let digits = 1; digits < 3 && index < text.length; digits++) {
    if (!(classAt(text, index) & NUMBER)) break;
    index += codePointLength(text, index);
  }
  return index;
}

/** ` ?[^\s\p{L}\p{N}]+[\r\n/]*`, the slash only where it is wanted. */
function symbolsEnd(text: string, index: number, withSlashes: boolean): number {
  index = runEnd(text, index, SYMBOLS);
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x0d && unit !== 0x0a && !(withSlashes && unit === 0x2f)) break;
    index++;
  }
  return index;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`; white space is never a surrogate pair. */
function whiteSpaceEnd(text: string, start: number): number {
  const end = runEnd(text, start, WHITE_SPACE);
  for (let index = end; index > start; index--) {
    if (classAt(text, index - 1) === NEWLINE) return index;
  }
  return end === text.length || end - start === 1 ? end : end - 1;
}

function runEnd(text: string, index: number, classes: number): number {
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (!(ASCII_CLASSES[unit]! & classes)) break;
      index++;
    } else {
      if (!(classAt(text, index) & classes)) break;
      index += codePointLength(text, index);
    }
  }
  return index;
}
