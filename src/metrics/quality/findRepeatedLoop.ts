import type { Span } from './span.ts';

const MIN_REPEATS = 4;
const MIN_WORDS = 16;
/** Words whose last place is kept; a power of two. */
const SLOTS = 1 << 12;

const lastPlace = new Int32Array(SLOTS);
const lastHash = new Int32Array(SLOTS);
/** Where the words of the text at hand begin and end; grown as needed. */
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);

/**
 * The first run of words that says the same again and again: one to many words, at least four times in a row and 16 words
 * long altogether, with a letter in it. Lines of dashes, tables and rows of numbers are none. In scripts without spaces every
 * character is a word. O(length).
 */
export function findRepeatedLoop(text: string): Span | undefined {
  if (text.length < 2 * MIN_WORDS) return undefined;
  lastPlace.fill(-1);
  if (starts.length < text.length) {
    starts = new Int32Array(2 * text.length);
    ends = new Int32Array(2 * text.length);
  }
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
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (!isWordUnit(unit)) break;
      hash = Math.imul(hash ^ (unit | (unit < 0x80 ? 0x20 : 0)), 0x01000193);
      hasLetter ||= unit > 0x39;
      at++;
      if (unit >= 0x2e80) break;
    }
    if (at === start) {
      at++;
      continue;
    }
    const place = words++;
    starts[place] = start;
    ends[place] = at;
    const trigram = Math.imul(Math.imul(beforePrevious, 31) ^ previous, 0x9e3779b1) ^ hash;
    const slot = (trigram ^ (trigram >>> 15)) & (SLOTS - 1);
    const distance =
      lastPlace[slot]! >= 0 && lastHash[slot] === trigram ? place - lastPlace[slot]! : 0;
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
      return { start: starts[Math.max(0, place + 1 - length)]!, end: ends[place] };
    }
  }
  return undefined;
}

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    return (
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x30 && unit <= 0x39)
    );
  }
  return (
    unit >= 0xc0 &&
    !(unit >= 0x2000 && unit < 0x2e80) &&
    !(unit >= 0x3000 && unit <= 0x3020) &&
    !(unit >= 0xff00 && unit <= 0xff0f)
  );
}
