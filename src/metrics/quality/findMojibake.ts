import { isAscii } from '../text/isAscii.ts';
import type { Span } from './span.ts';

/**
 * U+FFFD, or UTF-8 read as Windows-1252 or Latin-1: the lead byte of a two-byte letter and a byte that follows it (`Ã©`, `Â£`),
 * the punctuation of three bytes (`â€™`), kana (`ã‚`), a byte-order mark (`ï»¿`).
 */
const MOJIBAKE =
  /\ufffd|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|ã[\u0080-\u0083‚ƒ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|ï»¿/u;

/** The first place where text was decoded with the wrong encoding. O(length). */
export function findMojibake(text: string): Span | undefined {
  if (isAscii(text)) return undefined;
  const match = MOJIBAKE.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
