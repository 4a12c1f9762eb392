/**
 * A sorted list of distinct strings with a table row for each: a dictionary that is three typed arrays, so that it loads
 * with one read and is shared between threads.
 */
export interface Lexicon {
  /** The UTF-16 code units of all keys, one after another, keys ascending by code unit. */
  readonly units: Uint16Array;
  /** [keys + 1]: key k is units[offsets[k] … offsets[k + 1]). */
  readonly offsets: Uint32Array;
  /** [keys]: the row of the vector table that key k stands for. */
  readonly rows: Uint32Array;
}

/**
 * The longest key that `text` has at `start`.
 * @param text any string; compared by UTF-16 code unit
 * @param start first code unit looked at, 0 ≤ start ≤ end
 * @param end code unit to stop before, ≤ text.length
 * @returns the key's index in the lexicon, or −1 where no key begins there. O(length of the match · log keys).
 */
export function longestMatch(lexicon: Lexicon, text: string, start: number, end: number): number {
  const { units, offsets, rows } = lexicon;
  let low = 0;
  let high = rows.length;
  let found = -1;
  for (let depth = 0; start + depth < end && low < high; depth++) {
    const unit = text.charCodeAt(start + depth);
    low = lowerBound(units, offsets, depth, low, high, unit);
    if (low === high || units[offsets[low]! + depth] !== unit) return found;
    high = lowerBound(units, offsets, depth, low, high, unit + 1);
    // The key that ends here sorts before all keys that go on.
    if (offsets[low + 1]! - offsets[low]! === depth + 1) found = low++;
  }
  return found;
}

/** Number of UTF-16 code units of a key. */
export function keyLength(lexicon: Lexicon, key: number): number {
  return lexicon.offsets[key + 1]! - lexicon.offsets[key]!;
}

/** First key in [low, high) whose code unit at `depth` is at least `unit`; all keys there are longer than `depth`. */
function lowerBound(
  units: Uint16Array,
  offsets: Uint32Array,
  depth: number,
  low: number,
  high: number,
  unit: number,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (units[offsets[middle]! + depth]! < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
