import { hashTokens } from './hashTokens.ts';
import { normalizeText } from './normalizeText.ts';

/** What is normalised by itself: a character with its marks (those of half-width kana are letters), or jamo of Hangul. */
const NORMALIZED_TOGETHER = /[\u1100-\u11ff]+|[^][\p{M}\uff9e\uff9f]*/gu;

/**
 * Where the tokens of `TokenBuffer` stand in their text as written: two places for each, where it starts and ends, in UTF-16
 * units. Of a character that normalising makes several of (`㈱` is `(株)`), each has the whole.
 * O(length).
 */
export function tokenBounds(text: string): Uint32Array {
  const read = normalizeText(text);
  const asRead = boundsOf(read);
  // Equal lengths alone could be chance: one character made longer, another one shorter.
  if (read.length === text.length && read === text.toLowerCase()) return asRead;
  /** For each unit of the normalised text where what it was made of starts and ends. */
  const starts = new Uint32Array(read.length).fill(text.length);
  const ends = starts.slice();
  let at = 0;
  for (const { 0: written, index } of text.matchAll(NORMALIZED_TOGETHER)) {
    const end = at + normalizeText(written).length;
    starts.fill(index, at, end);
    ends.fill(index + written.length, at, end);
    at = end;
  }
  return asRead.map((place, i) => (i % 2 === 0 ? starts[place]! : ends[place - 1]!));
}

function boundsOf(text: string): Uint32Array {
  const bounds = new Uint32Array(2 * text.length);
  const count = hashTokens(text, new Uint32Array(text.length), bounds);
  return bounds.subarray(0, 2 * count);
}
