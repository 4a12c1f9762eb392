import { hashUnits } from './hashedFeature.ts';

/** Numbers distinct words from 0, in the order in which they come. */
export interface WordNumbers {
  /** The word's number, or −1 for a word not met yet. */
  numberOf(text: string, start: number, end: number): number;
  /** Takes in a word not met yet; its number is the size before. */
  add(text: string, start: number, end: number): void;
  size(): number;
  clear(): void;
}

const slotBits = 17;
const slotMask = (1 << slotBits) - 1;
const seed = 3;

/**
 * A hash table over code units: looks a word up where it stands in its text, without making a string of it.
 * For up to 65,536 words, so that half of the slots stay free.
 */
export function createWordNumbers(): WordNumbers {
  /** Number plus 1 of the word in each slot, 0 where free. */
  const slots = new Int32Array(slotMask + 1);
  const hashes = new Int32Array(slotMask + 1);
  let starts = new Uint32Array(1024);
  let units = new Uint16Array(8192);
  let count = 0;

  const slotOf = (text: string, start: number, end: number, hash: number): number => {
    for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
      const number = slots[slot]! - 1;
      if (number < 0 || (hashes[slot] === hash && isWord(number, text, start, end))) return slot;
    }
  };
  const isWord = (number: number, text: string, start: number, end: number): boolean => {
    let unit = starts[number]!;
    if (starts[number + 1]! - unit !== end - start) return false;
    for (let i = start; i < end; i++, unit++) {
      if (units[unit] !== text.charCodeAt(i)) return false;
    }
    return true;
  };

  return {
    numberOf: (text, start, end) =>
      slots[slotOf(text, start, end, hashUnits(text, start, end, seed))]! - 1,
    add(text, start, end) {
      const hash = hashUnits(text, start, end, seed);
      const slot = slotOf(text, start, end, hash);
      if (count + 2 > starts.length) {
        const larger = new Uint32Array(2 * starts.length);
        larger.set(starts);
        starts = larger;
      }
      let used = starts[count]!;
      if (used + end - start > units.length) {
        const larger = new Uint16Array(2 * units.length);
        larger.set(units);
        units = larger;
      }
      for (let i = start; i < end; i++) units[used++] = text.charCodeAt(i);
      slots[slot] = ++count;
      hashes[slot] = hash;
      starts[count] = used;
    },
    size: () => count,
    clear() {
      slots.fill(0);
      count = 0;
    },
  };
}
