import { mixBits } from '../text/mixBits.ts';

/** Counts the distinct ones among many pairs of unsigned 32-bit integers. */
export interface DistinctPairs {
  add(first: number, second: number): void;
  /** Distinct pairs since the last `take`. */
  size(): number;
  /** As many, which it forgets. */
  take(): number;
}

const BUCKET_BITS = 8;
const BUCKETS = 1 << BUCKET_BITS;

/** A hash of a pair whose bits are all well mixed. */
export function hashPair(first: number, second: number): number {
  return mixBits(first ^ mixBits(second ^ 0x2c1b3c6d));
}

/**
 * Pairs wait in a buffer, are then sorted by the high bits of their hashes into 256 buckets, and go bucket by bucket into
 * open-addressing tables small enough for the processor's cache: three times as fast as one large table.
 * @param bufferLength pairs that wait at most, ≥ 1; 17 bytes each, and up to 32 for every distinct pair
 */
export function distinctPairs(bufferLength: number): DistinctPairs {
  const firsts = new Uint32Array(bufferLength);
  const seconds = new Uint32Array(bufferLength);
  const buckets = new Uint8Array(bufferLength);
  const sorted = new Uint32Array(2 * bufferLength);
  /** Pairs waiting for each bucket, and then where its next pair goes. */
  const cursors = new Uint32Array(BUCKETS);
  let waiting = 0;
  let tables = emptyTables();

  const flush = () => {
    const ends = new Uint32Array(BUCKETS);
    for (let bucket = 0, end = 0; bucket < BUCKETS; bucket++) {
      ends[bucket] = end + cursors[bucket]!;
      cursors[bucket] = end;
      end = ends[bucket]!;
    }
    for (let pair = 0; pair < waiting; pair++) {
      const place = cursors[buckets[pair]!]!++;
      sorted[2 * place] = firsts[pair]!;
      sorted[2 * place + 1] = seconds[pair]!;
    }
    for (let bucket = 0, start = 0; bucket < BUCKETS; start = ends[bucket++]!) {
      insertAll(tables[bucket]!, sorted.subarray(2 * start, 2 * ends[bucket]!));
    }
    cursors.fill(0);
    waiting = 0;
  };

  const size = () => {
    flush();
    return tables.reduce((sum, table) => sum + table.size + (table.hasZero ? 1 : 0), 0);
  };

  return {
    add(first, second) {
      if (waiting === bufferLength) flush();
      const bucket = hashPair(first, second) >>> (32 - BUCKET_BITS);
      cursors[bucket]!++;
      buckets[waiting] = bucket;
      firsts[waiting] = first;
      seconds[waiting++] = second;
    },
    size,
    take() {
      const distinct = size();
      tables = emptyTables();
      return distinct;
    },
  };
}

interface Table {
  /** Pairs, one after the other; 0, 0 marks an empty slot. At most half of them are taken. */
  slots: Uint32Array;
  slotBits: number;
  size: number;
  /** The pair 0, 0 itself has no slot. */
  hasZero: boolean;
}

function emptyTables(): Table[] {
  const slotBits = 4;
  return Array.from({ length: BUCKETS }, () => ({
    slots: new Uint32Array(2 << slotBits),
    slotBits,
    size: 0,
    hasZero: false,
  }));
}

function insertAll(table: Table, pairs: Uint32Array): void {
  reserve(table, table.size + pairs.length / 2);
  for (let index = 0; index < pairs.length; index += 2) {
    const first = pairs[index]!;
    const second = pairs[index + 1]!;
    if (first === 0 && second === 0) table.hasZero = true;
    else if (insert(table, first, second)) table.size++;
  }
}

/** Whether the pair is new to the table. */
function insert({ slots, slotBits }: Table, first: number, second: number): boolean {
  const mask = (1 << slotBits) - 1;
  let slot = (hashPair(first, second) << BUCKET_BITS) >>> (32 - slotBits);
  for (;;) {
    const storedFirst = slots[2 * slot]!;
    const storedSecond = slots[2 * slot + 1]!;
    if (storedFirst === first && storedSecond === second) return false;
    if (storedFirst === 0 && storedSecond === 0) {
      slots[2 * slot] = first;
      slots[2 * slot + 1] = second;
      return true;
    }
    slot = (slot + 1) & mask;
  }
}

/** Makes the table large enough for so many pairs at once, which is cheaper than growing while they come. */
function reserve(table: Table, pairs: number): void {
  const { slots, slotBits } = table;
  while (2 * pairs > 1 << table.slotBits) table.slotBits++;
  if (table.slotBits === slotBits) return;
  table.slots = new Uint32Array(2 << table.slotBits);
  for (let index = 0; index < slots.length; index += 2) {
    if (slots[index] !== 0 || slots[index + 1] !== 0) {
      insert(table, slots[index]!, slots[index + 1]!);
    }
  }
}
