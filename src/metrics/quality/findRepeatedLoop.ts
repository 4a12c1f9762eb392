import { isAscii } from '../text/isAscii.ts';
import type { TokenHashes } from '../text/tokenBuffer.ts';
import { mayRepeatWords } from './mayRepeatWords.ts';
import type { Span } from './span.ts';

const MIN_REPEATS = 4;
const MIN_WORDS = 16;
/**
 * Words of any loop that end three words which came before: all but two and the first period; the
 * fewest where that is four words.
 */
const MIN_KNOWN = 10;
/** Letters of a word that is a loop by itself, and the most of them that come again. */
const MIN_LETTERS = 100;
const MOST_PERIOD = 8;
/** Such a word may begin and end otherwise. */
const LOOPED_SHARE = 0.9;
/** Words whose last place is kept; a power of two. */
const SLOTS = 1 << 12;

/** Places count on from one text to the next, so that what is left of texts before need not be wiped out. */
const MOST_PLACES = 2 ** 30;

const lastPlace = new Int32Array(SLOTS);
const lastHash = new Int32Array(SLOTS);
let nextPlace = 1;
/** Where the words of the text at hand begin; grown as needed. */
let starts = new Int32Array(1024);

/** Of each letter and digit of ASCII its lower case, of all else 0. */
const ASCII_WORD_UNITS = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(unit)) ? unit | 0x20 : 0,
);

/**
 * The first run of words that says the same again and again: one to many words, at least four times in a row and 16 words
 * long altogether, with a letter in it; or a word of 100 letters or more in which one to eight of them come again and again.
 * Lines of dashes, tables, rows of numbers and emoji are none. In scripts without spaces every character is a word. O(length).
 * @param tokens those of the text, where they are known: of most texts they tell in a tenth of the time that there is none
 */
export function findRepeatedLoop(text: string, tokens?: TokenHashes): Span | undefined {
  // In scripts without spaces a word is one character.
  if (text.length < MIN_WORDS) return undefined;
  // In ASCII the tokens are the words.
  const isOfTokens = tokens !== undefined && isAscii(text);
  if (isOfTokens && !mayRepeatWords(tokens, MIN_KNOWN) && !hasLongWord(text)) return undefined;
  if (nextPlace > MOST_PLACES) {
    lastPlace.fill(0);
    nextPlace = 1;
  }
  const firstPlace = nextPlace;
  nextPlace += text.length;
  if (starts.length < text.length) starts = new Int32Array(2 * text.length);
  let words = 0;
  let letters = 0;
  let period = 0;
  let run = 0;
  let previous = 0;
  let beforePrevious = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    let hash = 0x811c9dc5;
    let hasLetter = false;
    let unit = 0;
    while (at < text.length) {
      unit = text.charCodeAt(at);
      const folded = unit < 0x80 ? ASCII_WORD_UNITS[unit]! : isWordUnit(unit) ? unit : 0;
      if (folded === 0) break;
      hash = Math.imul(hash ^ folded, 0x01000193);
      hasLetter ||= unit > 0x39;
      at++;
      if (unit >= 0x2e80) break;
    }
    if (at === start) {
      at += beginsSymbol(unit) ? 2 : 1;
      continue;
    }
    if (at - start >= MIN_LETTERS && hasLetter && isLoopedWord(text, start, at)) {
      return { start, end: at };
    }
    starts[words] = start;
    const place = firstPlace + words++;
    const trigram = Math.imul(Math.imul(beforePrevious, 31) ^ previous, 0x9e3779b1) ^ hash;
    const slot = (trigram ^ (trigram >>> 15)) & (SLOTS - 1);
    const distance =
      lastPlace[slot]! >= firstPlace && lastHash[slot] === trigram ? place - lastPlace[slot]! : 0;
    lastPlace[slot] = place;
    lastHash[slot] = trigram;
    beforePrevious = previous;
    previous = hash;
    run = distance > 0 && distance === period ? run + 1 : 1;
    letters = run === 1 ? 0 : letters + (hasLetter ? 1 : 0);
    period = distance;
    // The trigram's own first two words and the first period come before the run.
    const length = run + 2 + period;
    if (period > 0 && length >= MIN_WORDS && length >= MIN_REPEATS * period && letters >= run / 2) {
      return { start: starts[Math.max(0, words - length)]!, end: at };
    }
  }
  return undefined;
}

/** Whether a text in ASCII has a word of MIN_LETTERS: such a word has a letter in every MIN_LETTERS-th place. */
function hasLongWord(text: string): boolean {
  for (let place = MIN_LETTERS - 1; place < text.length; place += MIN_LETTERS) {
    let start = place + 1;
    while (start > 0 && ASCII_WORD_UNITS[text.charCodeAt(start - 1)] !== 0) start--;
    if (start > place) continue;
    let end = place + 1;
    while (end < text.length && ASCII_WORD_UNITS[text.charCodeAt(end)] !== 0) end++;
    if (end - start >= MIN_LETTERS) return true;
  }
  return false;
}

function isLoopedWord(text: string, start: number, end: number): boolean {
  for (let period = 1; period <= MOST_PERIOD; period++) {
    let equal = 0;
    for (let at = start + period; at < end; at++) {
      if (text.charCodeAt(at) === text.charCodeAt(at - period)) equal++;
    }
    if (equal >= LOOPED_SHARE * (end - start)) return true;
  }
  return false;
}

/** Beyond ASCII. */
function isWordUnit(unit: number): boolean {
  return (
    unit >= 0xc0 &&
    !beginsSymbol(unit) &&
    !(unit >= 0x2000 && unit < 0x2e80) &&
    !(unit >= 0x3000 && unit <= 0x3020) &&
    !(unit >= 0xfe00 && unit <= 0xfe0f) &&
    !(unit >= 0xff00 && unit <= 0xff0f)
  );
}

/** The first half of an emoji, a symbol like it or a character that changes its looks: U+1F000 … U+1FBFF, U+E0000 … U+E03FF. */
function beginsSymbol(unit: number): boolean {
  return (unit >= 0xd83c && unit <= 0xd83e) || unit === 0xdb40;
}
