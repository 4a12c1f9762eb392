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
/** Enough for most buckets. */
const FIRST_SLOTS = 2 * PAIRS_PER_BUCKET;

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
      const table = createPairTable();
      let from = 0;
      cursors.forEach((end, at) => {
        const part = at % parts;
        if (part === 0) {
          together += table.size;
          clear(table);
        }
        each[part]! += addRun(table, pairs, from, end, 1 << part);
        from = end;
      });
      return { each, together: together + table.size };
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
interface PairTable {
  /** Both numbers of each pair, side by side. */
  slots: Uint32Array;
  /** A bit for each part; 0 marks an empty slot. */
  marks: Uint8Array;
  size: number;
}

function createPairTable(): PairTable {
  return { slots: new Uint32Array(2 * FIRST_SLOTS), marks: new Uint8Array(FIRST_SLOTS), size: 0 };
}

function clear(table: PairTable): void {
  table.marks.fill(0);
  table.size = 0;
}

/** Adds the pairs [from, to) of a part; returns how many the part had not. */
function addRun(
  table: PairTable,
  pairs: Uint32Array,
  from: number,
  to: number,
  mark: number,
): number {
  let { slots, marks } = table;
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
    if (2 * ++table.size > marks.length) ({ slots, marks } = grow(table));
  }
  return added;
}

function grow(table: PairTable): PairTable {
  const before = { slots: table.slots, marks: table.marks };
  table.slots = new Uint32Array(2 * before.slots.length);
  table.marks = new Uint8Array(2 * before.marks.length);
  for (let from = 0; from < before.marks.length; from++) {
    if (before.marks[from] === 0) continue;
    const hash = before.slots[2 * from]!;
    const other = before.slots[2 * from + 1]!;
    const slot = findPair(table.slots, table.marks, hash, other);
    table.slots[2 * slot] = hash;
    table.slots[2 * slot + 1] = other;
    table.marks[slot] = before.marks[from]!;
  }
  return table;
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
