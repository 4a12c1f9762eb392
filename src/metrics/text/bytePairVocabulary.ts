import { writeUtf8 } from './utf8.ts';

/** The tokens of a byte-pair encoding, looked up by their bytes. */
export interface BytePairVocabulary {
  /** The token whose bytes are bytes[from] … bytes[to − 1], or −1. A token's number is also its rank in merging. */
  find(bytes: Uint8Array, from: number, to: number): number;
  /** The same for two bytes, without hashing. */
  findPair(first: number, second: number): number;
}

/** Low bits of a slot hold the token + 1, the others a tag of its hash that spares most comparisons of bytes. */
const TOKEN_BITS = 18;
const TOKEN_MASK = (1 << TOKEN_BITS) - 1;
const SLOT_BITS = 19;
const SLOT_COUNT = 1 << SLOT_BITS;

/**
 * An open-addressing table over the bytes of all tokens: about 5 MB, filled in some 50 ms for 200,000 tokens.
 * @param tokens text of each token by its number, or its bytes where they are no valid UTF-8
 * @throws RangeError if there are more tokens than the table is made for
 */
export function bytePairVocabulary(
  tokens: readonly (string | readonly number[])[],
): BytePairVocabulary {
  if (tokens.length >= TOKEN_MASK) {
    throw new RangeError(`got ${tokens.length} tokens, expected fewer than ${TOKEN_MASK}`);
  }
  const starts = new Uint32Array(tokens.length + 1);
  let blob = new Uint8Array(1 << 21);
  let longest = 0;
  for (let token = 0, end = 0; token < tokens.length; token++) {
    const content = tokens[token]!;
    if (end + 3 * content.length > blob.length) {
      const larger = new Uint8Array(2 * blob.length + 3 * content.length);
      larger.set(blob);
      blob = larger;
    }
    if (typeof content === 'string') end = writeUtf8(content, 0, content.length, blob, end);
    else for (const byte of content) blob[end++] = byte;
    starts[token + 1] = end;
    longest = Math.max(longest, end - starts[token]!);
  }

  const slots = new Uint32Array(SLOT_COUNT);
  const pairs = new Int32Array(0x1_0000).fill(-1);
  for (let token = 0; token < tokens.length; token++) {
    const hash = hashBytes(blob, starts[token]!, starts[token + 1]!);
    let slot = hash >>> (32 - SLOT_BITS);
    while (slots[slot] !== 0) slot = (slot + 1) & (SLOT_COUNT - 1);
    slots[slot] = (hash << TOKEN_BITS) | (token + 1);
    const start = starts[token]!;
    if (starts[token + 1]! - start === 2) pairs[(blob[start]! << 8) | blob[start + 1]!] = token;
  }

  return {
    find(bytes, from, to) {
      if (to - from > longest) return -1;
      const hash = hashBytes(bytes, from, to);
      const tag = (hash << TOKEN_BITS) >>> TOKEN_BITS;
      for (let slot = hash >>> (32 - SLOT_BITS); ; slot = (slot + 1) & (SLOT_COUNT - 1)) {
        const entry = slots[slot]!;
        if (entry === 0) return -1;
        if (entry >>> TOKEN_BITS !== tag) continue;
        const token = (entry & TOKEN_MASK) - 1;
        const start = starts[token]!;
        if (starts[token + 1]! - start !== to - from) continue;
        let index = from;
        while (index < to && blob[start + index - from] === bytes[index]) index++;
        if (index === to) return token;
      }
    },
    findPair: (first, second) => pairs[(first << 8) | second]!,
  };
}

function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < to; index++) {
    hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  }
  // FNV-1a leaves its high bits poor for short inputs, and the slot is taken from them.
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}
