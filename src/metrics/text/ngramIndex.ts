import { mixBits } from './mixBits.ts';

/** Numbers n-grams of any length in the order in which they are first met. */
export interface NgramIndex {
  /** The number of the n-gram values[from] … values[to − 1]; a new one gets the next. */
  numberOf(values: Uint32Array, from: number, to: number): number;
  /** How many different n-grams there are. */
  readonly size: number;
}

const LEAST_SLOT_BITS = 12;

/**
 * An open-addressing table of 64-bit hashes, at most half full; it grows by doubling.
 * @param expected n-grams that there is room for from the start
 * 12 to 24 bytes per n-gram. The chance that any two of m n-grams share a number is below m² / 2⁶⁵.
 */
export function ngramIndex(expected = 0): NgramIndex {
  let slotBits = Math.max(LEAST_SLOT_BITS, Math.ceil(Math.log2(2 * expected)));
  let highs = new Uint32Array(1 << slotBits);
  let lows = new Uint32Array(1 << slotBits);
  /** Number + 1 of the n-gram in each slot, 0 = empty. */
  let numbers = new Uint32Array(1 << slotBits);
  let size = 0;

  const slotOf = (high: number, low: number): number => {
    const mask = numbers.length - 1;
    let slot = high >>> (32 - slotBits);
    while (numbers[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const put = (slot: number, high: number, low: number, number: number) => {
    highs[slot] = high;
    lows[slot] = low;
    numbers[slot] = number + 1;
  };
  const grow = () => {
    const old = { highs, lows, numbers };
    slotBits++;
    highs = new Uint32Array(1 << slotBits);
    lows = new Uint32Array(1 << slotBits);
    numbers = new Uint32Array(1 << slotBits);
    old.numbers.forEach((number, slot) => {
      if (number === 0) return;
      const high = old.highs[slot]!;
      const low = old.lows[slot]!;
      put(slotOf(high, low), high, low, number - 1);
    });
  };
  return {
    numberOf(values, from, to) {
      let high = 0x9e3779b9 ^ (to - from);
      let low = 0x85ebca6b;
      for (let index = from; index < to; index++) {
        const value = values[index]!;
        high = Math.imul(((high << 13) | (high >>> 19)) ^ value, 0xcc9e2d51);
        low = Math.imul(((low << 17) | (low >>> 15)) ^ value, 0x1b873593) + 0x52dce729;
      }
      high = mixBits(high);
      low = mixBits(low ^ high);
      const slot = slotOf(high, low);
      if (numbers[slot] !== 0) return numbers[slot]! - 1;
      put(slot, high, low, size++);
      if (2 * size > numbers.length) grow();
      return size - 1;
    },
    get size() {
      return size;
    },
  };
}
