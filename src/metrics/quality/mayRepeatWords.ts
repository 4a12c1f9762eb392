import type { TokenHashes } from '../text/tokenBuffer.ts';

/** A power of two. */
const SLOT_BITS = 12;
const MOST_TEXTS = 2 ** 30;

/** The text that last had three words in a row that fall into a slot. */
const lastText = new Int32Array(1 << SLOT_BITS);
let text = 0;

/**
 * Whether `run` words in a row may each end three words in a row that came before. False is certain; true is not, since
 * different words may share a slot. O(tokens), some 2 ns for each.
 */
export function mayRepeatWords({ hashes, count }: TokenHashes, run: number): boolean {
  if (count < run) return false;
  if (text === MOST_TEXTS) {
    lastText.fill(0);
    text = 0;
  }
  text++;
  let known = 0;
  let previous = 0;
  let beforePrevious = 0;
  for (let at = 0; at < count; at++) {
    const word = hashes[at]! | 0;
    const words = Math.imul(Math.imul(beforePrevious, 31) ^ previous, 0x9e3779b1) ^ word;
    const slot = Math.imul(words, 0x85ebca6b) >>> (32 - SLOT_BITS);
    known = lastText[slot] === text ? known + 1 : 0;
    if (known === run) return true;
    lastText[slot] = text;
    beforePrevious = previous;
    previous = word;
  }
  return false;
}
