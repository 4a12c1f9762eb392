/** Counts the distinct ones among many pairs of 32-bit integers that come in several parts. */
export interface DistinctPairs {
  /** Announces pairs of a part by their first numbers: the first `length` hashes. */
  announce(part: number, hashes: Uint32Array, length: number): void;
  /** Adds announced pairs: all are announced before the first is added. */
  add(part: number, hashes: Uint32Array, others: Uint32Array, length: number): void;
  /** Distinct pairs of each part, and of all parts together, once all were added. */
  count(): { readonly each: readonly number[]; readonly together: number };
}

/** What a table of this many pairs takes fits into the processor's cache. */
const PAIRS_PER_BUCKET = 1 << 13;
const MOST_BUCKET_BITS = 11;
const MOST_PARTS = 8;
const FIRST_SLOTS = 1 << 8;

/**
 * Pairs are sorted by the high bits of their hashes into buckets, each of which goes through one small open-addressing table:
 * some 20 ns per pair, where one large table takes 50 and more.
 * @param parts at most 8
 * @param expected how many will be added, about
 * @throws RangeError for more parts
 * 8 bytes per pair.
 */
export function distinctPairs(parts: number, expected: number): DistinctPairs {
  if (parts > MOST_PARTS) throw new RangeError(`got ${parts} parts, expected at most 8`);
  const bucketBits = Math.min(
    MOST_BUCKET_BITS,
    Math.max(1, Math.ceil(Math.log2(expected / PAIRS_PER_BUCKET))),
  );
  const shift = 32 - bucketBits;
  let sorted: Uint32Array | undefined;
  /** [buckets, parts]: pairs announced for it; then where its next pair goes; in the end where its pairs end. */
  const cursors = new Uint32Array(parts << bucketBits);

  return {
    announce(part, hashes, length) {
      for (let pair = 0; pair < length; pair++) {
        cursors[(hashes[pair]! >>> shift) * parts + part]!++;
      }
    },
    add(part, hashes, others, length) {
      sorted ??= new Uint32Array(2 * toStarts(cursors));
      for (let pair = 0; pair < length; pair++) {
        const place = 2 * cursors[(hashes[pair]! >>> shift) * parts + part]!++;
        sorted[place] = hashes[pair]!;
        sorted[place + 1] = others[pair]!;
      }
    },
    count() {
      const each = Array.from({ length: parts }, () => 0);
      let together = 0;
      if (sorted === undefined) return { each, together };
      const pairs = sorted;
      const table = pairTable();
      let from = 0;
      cursors.forEach((end, at) => {
        const part = at % parts;
        if (part === 0) {
          together += table.size();
          table.clear();
        }
        each[part]! += table.addAll(pairs, from, end, 1 << part);
        from = end;
      });
      return { each, together: together + table.size() };
    },
  };
}

/** From how many pairs each place has to where they start; returns how many there are. */
function toStarts(counts: Uint32Array): number {
  let end = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    counts[at] = end;
    end += count;
  }
  return end;
}

/** Pairs with the parts that they are in, at most half full. */
function pairTable() {
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  /** A bit for each part; 0 marks an empty slot. */
  let marks = new Uint8Array(FIRST_SLOTS);
  let size = 0;
  const grow = () => {
    const old = { slots, marks };
    slots = new Uint32Array(2 * old.slots.length);
    marks = new Uint8Array(2 * old.marks.length);
    for (let from = 0; from < old.marks.length; from++) {
      if (old.marks[from] === 0) continue;
      const slot = findPair(slots, marks, old.slots[2 * from]!, old.slots[2 * from + 1]!);
      slots[2 * slot] = old.slots[2 * from]!;
      slots[2 * slot + 1] = old.slots[2 * from + 1]!;
      marks[slot] = old.marks[from]!;
    }
  };
  return {
    size: () => size,
    clear() {
      marks.fill(0);
      size = 0;
    },
    /** Adds the pairs [from, to) of a part; returns how many the part had not. */
    addAll(pairs: Uint32Array, from: number, to: number, mark: number): number {
      let added = 0;
      for (let pair = from; pair < to; pair++) {
        const slot = findPair(slots, marks, pairs[2 * pair]!, pairs[2 * pair + 1]!);
        const known = marks[slot]!;
        if ((known & mark) !== 0) continue;
        added++;
        marks[slot] = known | mark;
        if (known !== 0) continue;
        slots[2 * slot] = pairs[2 * pair]!;
        slots[2 * slot + 1] = pairs[2 * pair + 1]!;
        if (2 * ++size > marks.length) grow();
      }
      return added;
    },
  };
}

/** The slot of a pair, or the empty one where it belongs. */
function findPair(slots: Uint32Array, marks: Uint8Array, hash: number, other: number): number {
  // The highest bits are the bucket's, the lowest those of a pass over a part of all hashes.
  const mask = marks.length - 1;
  let slot = (hash >>> 6) & mask;
  while (marks[slot] !== 0 && (slots[2 * slot] !== hash || slots[2 * slot + 1] !== other)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}
