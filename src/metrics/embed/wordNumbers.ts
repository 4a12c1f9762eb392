import { hashUnits } from './hashedFeature.ts';

/** Numbers distinct words from 0, in the order in which they come. */
export interface WordNumbers {
  /** The word's number, or −1 for a word not met yet. */
  numberOf(text: string, start: number, end: number): number;
  /** Takes in a word not met yet; its number is the size before. At most 65,535 words. */
  add(text: string, start: number, end: number): void;
  size(): number;
  clear(): void;
}

const SLOT_BITS = 16;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const SEED = 3;

/** A slot in units of 16 bits: number plus 1 (0 where free), length, where its rest is (32 bits), its first units. */
const SLOT_UNITS = 16;
const NUMBER = 0;
const LENGTH = 1;
const REST_LOW = 2;
const REST_HIGH = 3;
const UNITS = 4;
const UNITS_IN_SLOT = SLOT_UNITS - UNITS;

/**
 * A hash table over code units: looks a word up where it stands in its text, without making a string of it. A word of up to
 * 12 code units is whole in its slot of 32 bytes, so that a look-up costs one access to memory.
 */
export function createWordNumbers(): WordNumbers {
  const slots = new Uint16Array(SLOT_UNITS << SLOT_BITS);
  /** What does not fit into the slots. */
  let rests = new Uint16Array(1024);
  let restsUsed = 0;
  let count = 0;

  /** Where the slot of the word begins, or the free one where it is to go. */
  const slotOf = (text: string, start: number, end: number): number => {
    const hash = hashUnits(text, start, end, SEED);
    for (let slot = hash & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
      const at = slot * SLOT_UNITS;
      if (slots[at + NUMBER] === 0 || isWord(at, text, start, end)) return at;
    }
  };
  const isWord = (at: number, text: string, start: number, end: number): boolean => {
    const length = end - start;
    if (slots[at + LENGTH] !== length) return false;
    const inSlot = length < UNITS_IN_SLOT ? length : UNITS_IN_SLOT;
    for (let i = 0; i < inSlot; i++) {
      if (slots[at + UNITS + i] !== text.charCodeAt(start + i)) return false;
    }
    if (length === inSlot) return true;
    let rest = slots[at + REST_LOW]! + (slots[at + REST_HIGH]! << 16);
    for (let i = start + inSlot; i < end; i++, rest++) {
      if (rests[rest] !== text.charCodeAt(i)) return false;
    }
    return true;
  };

  return {
    numberOf: (text, start, end) => slots[slotOf(text, start, end)]! - 1,
    add(text, start, end) {
      if (count === SLOT_MASK) throw new RangeError(`got more than ${SLOT_MASK} words`);
      const at = slotOf(text, start, end);
      slots[at + NUMBER] = ++count;
      slots[at + LENGTH] = end - start;
      slots[at + REST_LOW] = restsUsed;
      slots[at + REST_HIGH] = restsUsed >> 16;
      for (let i = start, unit = 0; i < end; i++, unit++) {
        if (unit < UNITS_IN_SLOT) {
          slots[at + UNITS + unit] = text.charCodeAt(i);
          continue;
        }
        if (restsUsed === rests.length) {
          const larger = new Uint16Array(2 * rests.length);
          larger.set(rests);
          rests = larger;
        }
        rests[restsUsed++] = text.charCodeAt(i);
      }
    },
    size: () => count,
    clear() {
      slots.fill(0);
      restsUsed = 0;
      count = 0;
    },
  };
}
