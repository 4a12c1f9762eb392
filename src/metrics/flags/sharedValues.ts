import type { TokenColumn } from '../text/tokenColumn.ts';

/** Counters of a slice: the 128 KiB that they take stay in the processor's cache. */
const SLICE_BITS = 19;
/** Values of a block for each slice: enough that the counters of a slice are fetched once for many of them. */
const SLICE_VALUES = 2 ** 15;
const MOST_BLOCK_VALUES = 2 ** 22;

/**
 * Which values of some rows are in more than one of them.
 *
 * Values are counted up to two by their high bits, since they are hashes. What shares a counter counts as shared though it may
 * not be: that costs time later, never a pair. Block by block, values are sorted by slices of the counters, as looking up
 * a large table in no order takes several times as long.
 * @param column per row distinct values; those of rows that are not looked at are not told to be shared
 * @param blockValues sorted together where no single row has more, ≥ 1; if not given, few where few slices share them, as
 *   memory is dear when it is written for the first time. The result does not depend on it
 * @returns a bit for each value of the column, 32 to an entry, the lowest first; see `bitAt`
 * O(values) time; half a byte to a byte for each value, and up to 32 MiB, more only for a row of more than 4 million.
 */
export function sharedValues(
  { values, offsets }: TokenColumn,
  rows: Uint32Array,
  blockValues?: number,
): Uint32Array {
  let valueCount = 0;
  let longest = 0;
  for (const row of rows) {
    const length = offsets[row + 1]! - offsets[row]!;
    valueCount += length;
    longest = Math.max(longest, length);
  }
  const bits = Math.min(30, Math.max(10, Math.ceil(Math.log2(2 * valueCount + 1))));
  const shift = 32 - bits;
  const counters = new Uint8Array(2 ** (bits - 2));
  const isShared = new Uint32Array(Math.ceil(values.length / 32));

  const sliceBits = Math.max(1, bits - SLICE_BITS);
  const ends = new Uint32Array(2 ** sliceBits);
  const usual = Math.min(MOST_BLOCK_VALUES, SLICE_VALUES * ends.length);
  const room = Math.min(valueCount, Math.max(blockValues ?? usual, longest));
  const sorted = new Uint32Array(room);
  const indexes = new Uint32Array(room);
  /** Whether one block holds all values, and stands sorted already. */
  let isSorted = false;
  const forEachBlock = (work: (length: number) => void) => {
    if (isSorted) {
      work(valueCount);
      return;
    }
    for (let from = 0, to = 0; from < rows.length; from = to) {
      let length = 0;
      ends.fill(0);
      do {
        const start = offsets[rows[to]!]!;
        const end = offsets[rows[to]! + 1]!;
        if (length + end - start > room) break;
        countSlices(values, start, end, 32 - sliceBits, ends);
        length += end - start;
      } while (++to < rows.length);
      for (let slice = 1; slice < ends.length; slice++) ends[slice]! += ends[slice - 1]!;
      for (let at = from; at < to; at++) {
        const start = offsets[rows[at]!]!;
        const end = offsets[rows[at]! + 1]!;
        putBySlice(values, start, end, 32 - sliceBits, ends, sorted, indexes);
      }
      work(length);
      isSorted = length === valueCount;
    }
  };

  forEachBlock((length) => countValues(sorted, length, shift, counters));
  forEachBlock((length) => markTwos(sorted, indexes, length, shift, counters, isShared));
  return isShared;
}

export const bitAt = (bits: Uint32Array, index: number): number =>
  (bits[index >>> 5]! >>> (index & 31)) & 1;

// Loops in functions of their own, which are compiled as such from early on.

function countSlices(
  values: Uint32Array,
  start: number,
  end: number,
  shift: number,
  counts: Uint32Array,
): void {
  for (let index = start; index < end; index++) counts[values[index]! >>> shift]!++;
}

/** @param ends where each slice ends; then where it begins, once all values are put */
function putBySlice(
  values: Uint32Array,
  start: number,
  end: number,
  shift: number,
  ends: Uint32Array,
  sorted: Uint32Array,
  indexes: Uint32Array,
): void {
  for (let index = start; index < end; index++) {
    const value = values[index]!;
    const place = --ends[value >>> shift]!;
    sorted[place] = value;
    indexes[place] = index;
  }
}

// Counters have two bits, four to a byte. No branches: so many of them are fetched from memory at once.

function countValues(
  values: Uint32Array,
  length: number,
  shift: number,
  counters: Uint8Array,
): void {
  for (let at = 0; at < length; at++) {
    const counter = values[at]! >>> shift;
    const four = counters[counter >>> 2]!;
    const offset = (counter & 3) << 1;
    counters[counter >>> 2] = four + ((~(four >>> (offset + 1)) & 1) << offset);
  }
}

function markTwos(
  values: Uint32Array,
  indexes: Uint32Array,
  length: number,
  shift: number,
  counters: Uint8Array,
  marks: Uint32Array,
): void {
  for (let at = 0; at < length; at++) {
    const counter = values[at]! >>> shift;
    const isTwo = (counters[counter >>> 2]! >>> (((counter & 3) << 1) + 1)) & 1;
    const index = indexes[at]!;
    marks[index >>> 5]! |= isTwo << (index & 31);
  }
}
