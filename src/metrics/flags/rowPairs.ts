import type { SplitKeys } from './keyCounts.ts';

/** The different pairs of tokens of one row, with counts that can be changed while the row is looked at. */
export interface RowPairs {
  /** For each pair of the row, where its count stands in `counts`; equal pairs share one. */
  readonly places: Uint32Array;
  readonly counts: Uint32Array;
  /** Takes over the pairs with the keys first … first + length − 1 and their counts. O(length). */
  load(keys: SplitKeys, counts: Uint32Array, first: number, length: number): void;
}

/** @param most pairs of a row, ≥ 1; 26 to 44 bytes each */
export function createRowPairs(most: number): RowPairs {
  const places = new Uint32Array(most);
  const slots = roomFor(most);
  const known = new Uint32Array(slots);
  const knownBuckets = new Uint8Array(slots);
  const counts = new Uint32Array(slots);
  let loaded = 0;
  return {
    places,
    counts,
    load({ buckets, rests }, countsOfAll, first, length) {
      for (let pair = 0; pair < loaded; pair++) known[places[pair]!] = 0;
      loaded = length;
      const mask = roomFor(length) - 1;
      for (let pair = 0; pair < length; pair++) {
        const rest = rests[first + pair]!;
        const bucket = buckets[first + pair]!;
        let place = rest & mask;
        while (known[place] !== 0 && (known[place] !== rest || knownBuckets[place] !== bucket)) {
          place = (place + 1) & mask;
        }
        known[place] = rest;
        knownBuckets[place] = bucket;
        counts[place] = countsOfAll[first + pair]!;
        places[pair] = place;
      }
    },
  };
}

/** A power of two, at least twice as much. */
function roomFor(pairs: number): number {
  return 1 << (32 - Math.clz32(2 * pairs - 1));
}
