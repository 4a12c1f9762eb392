/** Sorts the first `length` hashes in place, ascending. */
export type SortHashes = (hashes: Uint32Array, length: number) => void;

/** More are left to TypedArray's own sort, which many equal hashes among few others do not slow down. */
const MOST = 1024;

/**
 * For the shingles of a row: uniform hashes are all but sorted once they are put by their high bits. Expected O(length), in
 * less than half the time of TypedArray's own sort.
 */
export function createHashSort(): SortHashes {
  const unsorted = new Uint32Array(MOST);
  const ends = new Uint32Array(2 * MOST);
  return (hashes, length) => {
    if (length > MOST) {
      hashes.subarray(0, length).sort();
      return;
    }
    if (length < 2) return;
    const shift = Math.clz32(length);
    const buckets = 2 ** (32 - shift);
    for (let bucket = 0; bucket < buckets; bucket++) ends[bucket] = 0;
    for (let at = 0; at < length; at++) {
      const hash = hashes[at]!;
      unsorted[at] = hash;
      ends[hash >>> shift]!++;
    }
    for (let bucket = 1; bucket < buckets; bucket++) ends[bucket]! += ends[bucket - 1]!;
    for (let at = 0; at < length; at++) {
      const hash = unsorted[at]!;
      hashes[--ends[hash >>> shift]!] = hash;
    }
    for (let at = 1; at < length; at++) {
      const hash = hashes[at]!;
      let place = at;
      for (; place > 0 && hashes[place - 1]! > hash; place--) hashes[place] = hashes[place - 1]!;
      hashes[place] = hash;
    }
  };
}
