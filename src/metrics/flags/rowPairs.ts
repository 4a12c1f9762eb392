/** The different pairs of tokens of one row, with counts that can be changed while the row is looked at. */
export interface RowPairs {
  /** For each pair of the row, where its count stands in `counts`; equal pairs share one. */
  readonly places: Uint32Array;
  readonly counts: Uint32Array;
  /** Takes over the pairs hashes[first] … hashes[first + length − 1] with their counts. O(length). */
  load(hashes: Uint32Array, counts: Uint32Array, first: number, length: number): void;
}

/** @param most pairs of a row, ≥ 1; 24 to 40 bytes each */
export function createRowPairs(most: number): RowPairs {
  const places = new Uint32Array(most);
  const slots = roomFor(most);
  const known = new Uint32Array(slots);
  const counts = new Uint32Array(slots);
  let loaded = 0;
  return {
    places,
    counts,
    load(hashes, countsOfAll, first, length) {
      for (let pair = 0; pair < loaded; pair++) known[places[pair]!] = 0;
      loaded = length;
      const mask = roomFor(length) - 1;
      for (let pair = 0; pair < length; pair++) {
        const hash = hashes[first + pair]!;
        let place = hash & mask;
        while (known[place] !== 0 && known[place] !== hash) place = (place + 1) & mask;
        known[place] = hash;
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
