import { mix } from '../embed/hashedFeature.ts';

/**
 * Numbers words from 0, in the order in which they come. A word is known by 64 bits of hash: two different ones are taken
 * for one with probability 2⁻⁶⁴.
 */
export interface WordNumbers {
  count: number;
  /** Open addressing, at most half full: one more than a word's number, 0 where free. */
  slots: Uint32Array;
  /** Of each word. */
  hashes: Int32Array;
  otherHashes: Int32Array;
}

const FIRST_CAPACITY = 4_096;

export function createWordNumbers(): WordNumbers {
  return {
    count: 0,
    slots: new Uint32Array(2 * FIRST_CAPACITY),
    hashes: new Int32Array(FIRST_CAPACITY),
    otherHashes: new Int32Array(FIRST_CAPACITY),
  };
}

/** The number of a word: that of the words so far for one that is new. */
export function numberOf(words: WordNumbers, hash: number, otherHash: number): number {
  const { slots, hashes, otherHashes } = words;
  const slot = slotOf(words, hash, otherHash);
  if (slots[slot] !== 0) return slots[slot]! - 1;
  const number = words.count++;
  slots[slot] = words.count;
  hashes[number] = hash;
  otherHashes[number] = otherHash;
  if (words.count === hashes.length) grow(words);
  return number;
}

/** Where a word is, or would be. */
function slotOf(
  { slots, hashes, otherHashes }: WordNumbers,
  hash: number,
  otherHash: number,
): number {
  const mask = slots.length - 1;
  let slot = mix(hash) & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = slots[slot]! - 1;
    if (hashes[number] === hash && otherHashes[number] === otherHash) break;
  }
  return slot;
}

function grow(words: WordNumbers): void {
  const { count, hashes, otherHashes } = words;
  words.slots = new Uint32Array(4 * count);
  words.hashes = new Int32Array(2 * count);
  words.otherHashes = new Int32Array(2 * count);
  words.hashes.set(hashes);
  words.otherHashes.set(otherHashes);
  for (let number = 0; number < count; number++) {
    words.slots[slotOf(words, hashes[number]!, otherHashes[number]!)] = number + 1;
  }
}
