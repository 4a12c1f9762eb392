/**
 * Numbers distinct words from 0, in the order in which they come, and keeps what the embedder needs to know of each in
 * one line of the cache. A word is known by 64 bits of hash: two different ones are taken for one with probability 2⁻⁶⁴.
 */
export interface WordTable {
  /** The word's number, or −1 for a word not met yet. */
  numberOf(hash: number, otherHash: number): number;
  /** Takes in a word not met yet; its number is the size before. At most 65,535 words. */
  add(hash: number, otherHash: number, staticFactor: number, hashedFactor: number): void;
  size(): number;
  clear(): void;
  /** Counts one occurrence; returns how many there were before. */
  count(number: number): number;
  /** The occurrences counted, which are forgotten. */
  takeCount(number: number): number;
  /** What a word's row of the static half is to be multiplied by, and that of the hashed half. */
  staticFactor(number: number): number;
  hashedFactor(number: number): number;
}

const SLOT_BITS = 16;
const SLOT_MASK = (1 << SLOT_BITS) - 1;

/** A word in units of 32 bits: half a line, so that none lies across two. */
const RECORD = 8;
const HASH = 0;
const OTHER_HASH = 1;
const COUNT = 2;
const STATIC_FACTOR = 3;
const HASHED_FACTOR = 4;

export function createWordTable(): WordTable {
  /** Number plus 1, 0 where free: small enough to stay in the second cache. */
  const slots = new Uint16Array(1 << SLOT_BITS);
  let capacity = 1_024;
  let integers = new Int32Array(capacity * RECORD);
  let factors = new Float32Array(integers.buffer);
  let size = 0;

  /** The slot of the word, or the free one where it is to go. */
  const slotOf = (hash: number, otherHash: number): number => {
    for (let slot = (hash ^ (hash >>> SLOT_BITS)) & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
      const at = (slots[slot]! - 1) * RECORD;
      if (at < 0) return slot;
      if (integers[at + HASH] === hash && integers[at + OTHER_HASH] === otherHash) return slot;
    }
  };

  return {
    numberOf: (hash, otherHash) => slots[slotOf(hash | 0, otherHash | 0)]! - 1,
    add(hash, otherHash, staticFactor, hashedFactor) {
      if (size === SLOT_MASK) throw new RangeError(`got more than ${SLOT_MASK} words`);
      if (size === capacity) {
        capacity *= 2;
        const larger = new Int32Array(capacity * RECORD);
        larger.set(integers);
        integers = larger;
        factors = new Float32Array(integers.buffer);
      }
      const at = size * RECORD;
      slots[slotOf(hash | 0, otherHash | 0)] = ++size;
      integers[at + HASH] = hash;
      integers[at + OTHER_HASH] = otherHash;
      integers[at + COUNT] = 0;
      factors[at + STATIC_FACTOR] = staticFactor;
      factors[at + HASHED_FACTOR] = hashedFactor;
    },
    size: () => size,
    clear() {
      slots.fill(0);
      size = 0;
    },
    count: (number) => integers[number * RECORD + COUNT]!++,
    takeCount(number) {
      const count = integers[number * RECORD + COUNT]!;
      integers[number * RECORD + COUNT] = 0;
      return count;
    },
    staticFactor: (number) => factors[number * RECORD + STATIC_FACTOR]!,
    hashedFactor: (number) => factors[number * RECORD + HASHED_FACTOR]!,
  };
}
