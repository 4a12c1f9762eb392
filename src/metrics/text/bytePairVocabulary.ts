import type { BytePairTable } from './bytePairTable.ts';

/** The tokens of a byte-pair encoding, looked up by their bytes. */
export interface BytePairVocabulary {
  /** The token whose bytes are bytes[from] … bytes[to − 1], or −1. A token's number is also its rank in merging. */
  find(bytes: Uint8Array, from: number, to: number): number;
  /** The same for the characters [from, to) of a text, all of them ASCII, whose hash is known. */
  findAscii(text: string, from: number, to: number, hash: number): number;
  /** The same for two bytes, without hashing. */
  findPair(first: number, second: number): number;
}

/** Low bits of a slot hold the token + 1, the others a tag of its hash that spares most comparisons of bytes. */
const TOKEN_BITS = 18;
const TOKEN_MASK = (1 << TOKEN_BITS) - 1;
const SLOT_BITS = 19;
const SLOT_COUNT = 1 << SLOT_BITS;

/** The hash of bytes (FNV-1a) is this one for none, a step for each byte, and an end. */
export const FIRST_HASH = 0x811c9dc5 | 0;
export const hashStep = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
/** FNV-1a leaves its high bits poor for short inputs, and the slot is taken from them. */
export const hashEnd = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);

export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = FIRST_HASH;
  for (let index = from; index < to; index++) hash = hashStep(hash, bytes[index]!);
  return hashEnd(hash);
}

/**
 * An open-addressing table over the bytes of all tokens: 2 MB, filled in some 20 ms for 200,000 tokens.
 * @throws RangeError if there are more tokens than the table is made for
 */
export function bytePairVocabulary({
  bytes: blob,
  starts,
}: Pick<BytePairTable, 'bytes' | 'starts'>): BytePairVocabulary {
  const tokens = starts.length - 1;
  if (tokens >= TOKEN_MASK) {
    throw new RangeError(`got ${tokens} tokens, expected fewer than ${TOKEN_MASK}`);
  }
  const slots = new Uint32Array(SLOT_COUNT);
  const pairs = new Int32Array(0x1_0000).fill(-1);
  let longest = 0;
  for (let token = 0; token < tokens; token++) {
    const start = starts[token]!;
    const length = starts[token + 1]! - start;
    const hash = hashBytes(blob, start, start + length);
    let slot = hash >>> (32 - SLOT_BITS);
    while (slots[slot] !== 0) slot = (slot + 1) & (SLOT_COUNT - 1);
    slots[slot] = (hash << TOKEN_BITS) | (token + 1);
    longest = Math.max(longest, length);
    if (length === 2) pairs[(blob[start]! << 8) | blob[start + 1]!] = token;
  }

  /** The next slot whose token has the length and the tag of the hash, from `slot` on; −1 where there is none. */
  const nextSlot = (slot: number, hash: number, length: number): number => {
    const tag = (hash << TOKEN_BITS) >>> TOKEN_BITS;
    for (; ; slot = (slot + 1) & (SLOT_COUNT - 1)) {
      const entry = slots[slot]!;
      if (entry === 0) return -1;
      if (entry >>> TOKEN_BITS !== tag) continue;
      const token = (entry & TOKEN_MASK) - 1;
      if (starts[token + 1]! - starts[token]! === length) return slot;
    }
  };
  const tokenIn = (slot: number): number => (slots[slot]! & TOKEN_MASK) - 1;
  const after = (slot: number): number => (slot + 1) & (SLOT_COUNT - 1);

  return {
    find(bytes, from, to) {
      const length = to - from;
      if (length > longest) return -1;
      const hash = hashBytes(bytes, from, to);
      let slot = nextSlot(hash >>> (32 - SLOT_BITS), hash, length);
      for (; slot >= 0; slot = nextSlot(after(slot), hash, length)) {
        const start = starts[tokenIn(slot)]!;
        let index = 0;
        while (index < length && blob[start + index] === bytes[from + index]) index++;
        if (index === length) return tokenIn(slot);
      }
      return -1;
    },
    findAscii(text, from, to, hash) {
      const length = to - from;
      let slot = nextSlot(hash >>> (32 - SLOT_BITS), hash, length);
      for (; slot >= 0; slot = nextSlot(after(slot), hash, length)) {
        const start = starts[tokenIn(slot)]!;
        let index = 0;
        while (index < length && blob[start + index] === text.charCodeAt(from + index)) index++;
        if (index === length) return tokenIn(slot);
      }
      return -1;
    },
    findPair: (first, second) => pairs[(first << 8) | second]!,
  };
}
