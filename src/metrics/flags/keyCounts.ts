/** Keys of 40 bits in two parts; both well mixed. */
export interface SplitKeys {
  /** 8 bits of each key. */
  readonly buckets: Uint8Array;
  /** The other 32, never 0. */
  readonly rests: Uint32Array;
}

/** Counts keys, many at a time. */
export interface KeyCounts {
  /**
   * Counts each of the first `length` keys once more, and tells of those that were never counted before.
   * @param beside a value for each, handed to `onNew`
   */
  addAll(
    keys: SplitKeys,
    length: number,
    beside: Uint32Array,
    onNew: (besideKey: number) => void,
  ): void;
  /** Writes how often each of the first `length` keys was counted. */
  countAll(keys: SplitKeys, length: number, counts: Uint32Array): void;
  /** Keys counted exactly `times` ≥ 1 times. O(table). */
  countedTimes(times: number): number;
}

const BUCKETS = 1 << 8;
const FIRST_SLOT_BITS = 4;
const MAX_LOAD = 0.6;

/**
 * Keys are sorted by their bucket and go bucket by bucket to open-addressing tables small enough for the processor's cache,
 * each of which needs to hold the rest of the key only; answers are put back in the order of the questions. Some 10 ns per key,
 * where one large table takes 50 and more.
 * @param most keys handed over at once
 * 13 to 27 bytes per different key, and 8 for each of `most`.
 */
export function createKeyCounts(most: number): KeyCounts {
  const tables = Array.from({ length: BUCKETS }, createTable);
  const ends = new Uint32Array(BUCKETS);
  const cursors = new Uint32Array(BUCKETS);
  const sorted = new Uint32Array(most);
  const sortedBeside = new Uint32Array(most);

  const sort = ({ buckets, rests }: SplitKeys, length: number) => {
    ends.fill(0);
    for (let at = 0; at < length; at++) ends[buckets[at]!]!++;
    for (let bucket = 1; bucket < BUCKETS; bucket++) ends[bucket]! += ends[bucket - 1]!;
    toStarts();
    for (let at = 0; at < length; at++) sorted[cursors[buckets[at]!]!++] = rests[at]!;
  };
  const toStarts = () => {
    cursors[0] = 0;
    cursors.set(ends.subarray(0, -1), 1);
  };

  return {
    addAll(keys, length, beside, onNew) {
      const { buckets } = keys;
      sort(keys, length);
      toStarts();
      for (let at = 0; at < length; at++) sortedBeside[cursors[buckets[at]!]!++] = beside[at]!;
      for (let bucket = 0, at = 0; bucket < BUCKETS; bucket++) {
        const table = tables[bucket]!;
        for (; at < ends[bucket]!; at++) if (add(table, sorted[at]!)) onNew(sortedBeside[at]!);
      }
    },
    countAll(keys, length, counts) {
      const { buckets } = keys;
      sort(keys, length);
      for (let bucket = 0, at = 0; bucket < BUCKETS; bucket++) {
        const { slots } = tables[bucket]!;
        for (; at < ends[bucket]!; at++) sorted[at] = slots[find(slots, sorted[at]!) + 1]!;
      }
      toStarts();
      for (let at = 0; at < length; at++) counts[at] = sorted[cursors[buckets[at]!]!++]!;
    },
    countedTimes(times) {
      let keys = 0;
      for (const { slots } of tables) {
        for (let at = 1; at < slots.length; at += 2) if (slots[at] === times) keys++;
      }
      return keys;
    },
  };
}

interface Table {
  /** Rest of the key and count of each slot, side by side; rest 0: an empty slot. */
  slots: Uint32Array;
  size: number;
}

function createTable(): Table {
  return { slots: new Uint32Array(2 << FIRST_SLOT_BITS), size: 0 };
}

function find(slots: Uint32Array, rest: number): number {
  const mask = slots.length - 2;
  let at = (rest << 1) & mask;
  while (slots[at] !== 0 && slots[at] !== rest) at = (at + 2) & mask;
  return at;
}

/** Whether the key is new. */
function add(table: Table, rest: number): boolean {
  const { slots } = table;
  const at = find(slots, rest);
  slots[at + 1]!++;
  if (slots[at] !== 0) return false;
  slots[at] = rest;
  if (2 * ++table.size > MAX_LOAD * slots.length) grow(table);
  return true;
}

function grow(table: Table): void {
  const before = table.slots;
  const slots = new Uint32Array(2 * before.length);
  for (let from = 0; from < before.length; from += 2) {
    if (before[from] === 0) continue;
    const at = find(slots, before[from]!);
    slots[at] = before[from]!;
    slots[at + 1] = before[from + 1]!;
  }
  table.slots = slots;
}
