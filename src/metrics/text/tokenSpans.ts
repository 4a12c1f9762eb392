import type { BytePairTokenizer } from './bytePairTokenizer.ts';

/**
 * Where each byte-pair token of a text ends, in UTF-16 units: token i reaches from the end before (or 0) to ends[i]. A token
 * that ends inside a character ends before it, and the last of the character's tokens holds it.
 * O(text).
 */
export function tokenSpans(text: string, tokenizer: BytePairTokenizer): Uint32Array {
  const ends: number[] = [];
  let bytes = 0;
  let bytesRead = 0;
  let at = 0;
  tokenizer.encodeInto(text, {
    push(token) {
      bytes += tokenizer.tokenBytes(token);
      while (at < text.length) {
        const codePoint = text.codePointAt(at)!;
        const size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
        if (bytesRead + size > bytes) break;
        bytesRead += size;
        at += size === 4 ? 2 : 1;
      }
      ends.push(at);
    },
  });
  return Uint32Array.from(ends);
}
