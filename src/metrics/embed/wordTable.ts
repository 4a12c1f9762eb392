import type { RowStore } from './rowStore.ts';
import type { SparseRow } from './wordVectors.ts';

/**
 * Numbers distinct words from 0, in the order in which they come, and keeps what the embedder needs to know of each in
 * one line of the cache. A word is known by 64 bits of hash: two different ones are taken for one with probability 2⁻⁶⁴.
 */
export interface WordTable {
  /**
   * Counts one occurrence of each of the words [from, to).
   * @returns the first that could not be counted, as it was not met yet or `met` is full; `to` where all were
   */
  count(hashes: Int32Array, otherHashes: Int32Array, from: number, to: number): number;
  /**
   * Takes in a word not met yet, without an occurrence. At most 65,535 words.
   * @param hashedRow of 256 columns
   */
  add(
    hash: number,
    otherHash: number,
    staticFactor: number,
    hashedFactor: number,
    hashedRow: Readonly<SparseRow>,
  ): void;
  size(): number;
  clear(): void;
  /** Numbers of the distinct words that were counted since they were forgotten, in order: the first `metCount()`. */
  readonly met: Uint32Array;
  metCount(): number;
  forgetMet(): void;
  /** The occurrences counted, which are forgotten. */
  takeCount(number: number): number;
  /** What a word's row of the static half is to be multiplied by, and that of the hashed half. */
  staticFactor(number: number): number;
  hashedFactor(number: number): number;
  /** The hashed rows, see `RowStore`. */
  readonly sumRows: RowStore['sumRows'];
}

/** A longer text is taken part by part, so that what is kept of its words stays small. */
export const DISTINCT_WORDS_AT_ONCE = 16_384;

const SLOT_BITS = 16;
const SLOT_MASK = (1 << SLOT_BITS) - 1;

/** A word in units of 32 bits: one line of the cache. */
const RECORD = 16;
const HASH = 0;
const OTHER_HASH = 1;
const COUNT = 2;
const STATIC_FACTOR = 3;
const HASHED_FACTOR = 4;
/** Entries of the hashed row; those beyond what the record has room for follow in `rest`, from REST on. */
const ENTRIES = 5;
const REST = 6;
const FIRST_ENTRY = 7;
const RECORD_BYTES = 4 * RECORD;
const FIRST_ENTRY_BYTE = 4 * FIRST_ENTRY;
/** An entry is a column and its value, one byte each. Words of up to 17 letters have no more. */
const ENTRIES_IN_RECORD = (RECORD_BYTES - FIRST_ENTRY_BYTE) / 2;

export function createWordTable(): WordTable {
  /** Number plus 1, 0 where free: small enough to stay in the second cache. */
  const slots = new Uint16Array(1 << SLOT_BITS);
  let capacity = 1_024;
  let integers = new Int32Array(capacity * RECORD);
  let factors = new Float32Array(integers.buffer);
  let columns = new Uint8Array(integers.buffer);
  let values = new Int8Array(integers.buffer);
  let rest = new Uint8Array(1_024);
  let restSize = 0;
  let size = 0;
  const met = new Uint32Array(DISTINCT_WORDS_AT_ONCE);
  let metCount = 0;

  const setCapacity = (wanted: number) => {
    capacity = wanted;
    const larger = new Int32Array(capacity * RECORD);
    larger.set(integers);
    integers = larger;
    factors = new Float32Array(integers.buffer);
    columns = new Uint8Array(integers.buffer);
    values = new Int8Array(integers.buffer);
  };

  return {
    count(hashes, otherHashes, from, to) {
      let known = metCount;
      let i = from;
      for (; i < to; i++) {
        const hash = hashes[i]!;
        const otherHash = otherHashes[i]!;
        let slot = (hash ^ (hash >>> SLOT_BITS)) & SLOT_MASK;
        let at = (slots[slot]! - 1) * RECORD;
        while (
          at >= 0 &&
          (integers[at + HASH] !== hash || integers[at + OTHER_HASH] !== otherHash)
        ) {
          slot = (slot + 1) & SLOT_MASK;
          at = (slots[slot]! - 1) * RECORD;
        }
        if (at < 0 || known === DISTINCT_WORDS_AT_ONCE) break;
        const count = integers[at + COUNT]!;
        integers[at + COUNT] = count + 1;
        // No branch: whether a word came before in its text is known late, and hard to guess.
        met[known] = (at / RECORD) | 0;
        known += (count - 1) >>> 31;
      }
      metCount = known;
      return i;
    },
    add(hash, otherHash, staticFactor, hashedFactor, hashedRow) {
      if (size === SLOT_MASK) throw new RangeError(`got more than ${SLOT_MASK} words`);
      if (size === capacity) setCapacity(2 * capacity);
      let slot = (hash ^ (hash >>> SLOT_BITS)) & SLOT_MASK;
      while (slots[slot] !== 0) slot = (slot + 1) & SLOT_MASK;
      const at = size * RECORD;
      slots[slot] = ++size;
      integers[at + HASH] = hash;
      integers[at + OTHER_HASH] = otherHash;
      integers[at + COUNT] = 0;
      factors[at + STATIC_FACTOR] = staticFactor;
      factors[at + HASHED_FACTOR] = hashedFactor;
      integers[at + ENTRIES] = hashedRow.count;
      integers[at + REST] = restSize;
      const inRecord = Math.min(hashedRow.count, ENTRIES_IN_RECORD);
      for (let entry = 0, byte = 4 * at + FIRST_ENTRY_BYTE; entry < inRecord; entry++) {
        columns[byte++] = hashedRow.columns[entry]!;
        values[byte++] = hashedRow.values[entry]!;
      }
      if (rest.length < restSize + 2 * hashedRow.count) {
        const larger = new Uint8Array(2 * (restSize + 2 * hashedRow.count));
        larger.set(rest);
        rest = larger;
      }
      for (let entry = inRecord; entry < hashedRow.count; entry++) {
        rest[restSize++] = hashedRow.columns[entry]!;
        rest[restSize++] = hashedRow.values[entry]!;
      }
    },
    size: () => size,
    clear() {
      slots.fill(0);
      size = 0;
      restSize = 0;
    },
    met,
    metCount: () => metCount,
    forgetMet() {
      metCount = 0;
    },
    takeCount(number) {
      const count = integers[number * RECORD + COUNT]!;
      integers[number * RECORD + COUNT] = 0;
      return count;
    },
    staticFactor: (number) => factors[number * RECORD + STATIC_FACTOR]!,
    hashedFactor: (number) => factors[number * RECORD + HASHED_FACTOR]!,
    sumRows(places, rowFactors, length, sums) {
      sums.fill(0);
      for (let i = 0; i < length; i++) {
        const factor = rowFactors[i]!;
        const at = places[i]! * RECORD;
        const entries = integers[at + ENTRIES]!;
        const first = at * 4 + FIRST_ENTRY_BYTE;
        const end = first + 2 * Math.min(entries, ENTRIES_IN_RECORD);
        for (let entry = first; entry < end; entry += 2) {
          const column = columns[entry]!;
          sums[column] = (sums[column]! + Math.imul(factor, values[entry + 1]!)) | 0;
        }
        if (entries <= ENTRIES_IN_RECORD) continue;
        const restEnd = integers[at + REST]! + 2 * (entries - ENTRIES_IN_RECORD);
        for (let entry = integers[at + REST]!; entry < restEnd; entry += 2) {
          const column = rest[entry]!;
          sums[column] = (sums[column]! + Math.imul(factor, (rest[entry + 1]! << 24) >> 24)) | 0;
        }
      }
    },
  };
}
