import { mixBits } from '../text/mixBits.ts';

/** Counts of pairs of neighbouring tokens in an open-addressing table. */
export interface BigramTable {
  /** Counts a pair once more; returns how often it was counted before. */
  add(first: number, second: number): number;
  /** Where the count of a pair stands in `counts`; −1 for a pair that was never counted. Valid until the next `add`. */
  placeOf(first: number, second: number): number;
  /** Hashes and counts side by side; what stands at a `placeOf` may be changed. */
  readonly counts: Uint32Array;
  /** Pairs counted exactly `times` ≥ 1 times. O(table). */
  pairsCounted(times: number): number;
}

const FIRST_SLOTS = 1 << 12;
const MAX_LOAD = 0.6;

/**
 * A pair is known by a hash of 32 bits: two pairs share a count with probability 2⁻³².
 * 13 to 27 bytes per different pair; amortised O(1) per pair.
 */
export function createBigramTable(): BigramTable {
  // The hash and the count of a slot stand side by side, so that a look-up touches one cache line. Hash 0: an empty slot.
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  let mask = slots.length - 2;
  let size = 0;

  const find = (hash: number): number => {
    let at = (hash << 1) & mask;
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 2) & mask;
    return at;
  };
  const grow = () => {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    mask = slots.length - 2;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from] === 0) continue;
      const at = find(before[from]!);
      slots[at] = before[from]!;
      slots[at + 1] = before[from + 1]!;
    }
  };

  return {
    add(first, second) {
      const hash = hashPair(first, second);
      const at = find(hash);
      const known = slots[at + 1]!;
      slots[at] = hash;
      slots[at + 1] = known + 1;
      if (known === 0 && 2 * ++size > MAX_LOAD * slots.length) grow();
      return known;
    },
    placeOf(first, second) {
      const at = find(hashPair(first, second));
      return slots[at] === 0 ? -1 : at + 1;
    },
    get counts() {
      return slots;
    },
    pairsCounted(times) {
      let pairs = 0;
      for (let at = 1; at < slots.length; at += 2) if (slots[at] === times) pairs++;
      return pairs;
    },
  };
}

function hashPair(first: number, second: number): number {
  return mixBits(Math.imul(first, 0x9e3779b1) ^ mixBits(second)) || 1;
}
