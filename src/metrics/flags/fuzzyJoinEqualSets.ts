import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

export interface EqualSets {
  /** The first row of every distinct set that is not empty, ascending. */
  readonly representatives: Uint32Array;
  /** Rows of each set that two or more rows have, ascending; groups in the order of their first rows. */
  readonly groups: readonly (readonly number[])[];
}

/** Collapses rows of equal sets, so that thousands of equal rows cost no more than one. O(values) expected time. */
export function collapseEqualSets(sets: TokenColumn): EqualSets {
  const { offsets } = sets;
  const rows = offsets.length - 1;
  const slotBits = Math.max(4, Math.ceil(Math.log2(2 * rows + 1)));
  const mask = 2 ** slotBits - 1;
  /** First row of each set, plus 1. */
  const slots = new Uint32Array(mask + 1);
  const hashes = new Uint32Array(rows);
  const representatives = new Uint32Array(rows);
  let distinct = 0;
  const groups = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    if (offsets[row] === offsets[row + 1]) continue;
    hashes[row] = hashSet(sets, row);
    for (let slot = hashes[row]! & mask; ; slot = (slot + 1) & mask) {
      const first = slots[slot]! - 1;
      if (first < 0) {
        slots[slot] = row + 1;
        representatives[distinct++] = row;
        break;
      }
      if (hashes[first] !== hashes[row] || !equal(sets, first, row)) continue;
      const group = groups.get(first);
      if (group) group.push(row);
      else groups.set(first, [first, row]);
      break;
    }
  }
  return {
    representatives: representatives.slice(0, distinct),
    groups: [...groups.values()].sort((a, b) => a[0]! - b[0]!),
  };
}

function hashSet({ values, offsets }: TokenColumn, row: number): number {
  let hash = 0;
  for (let index = offsets[row]!; index < offsets[row + 1]!; index++) {
    hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ values[index]!, 0x85ebca6b);
  }
  return mixBits(hash);
}

function equal({ values, offsets }: TokenColumn, a: number, b: number): boolean {
  const shift = offsets[b]! - offsets[a]!;
  if (offsets[b + 1]! - offsets[a + 1]! !== shift) return false;
  for (let index = offsets[a]!; index < offsets[a + 1]!; index++) {
    if (values[index] !== values[index + shift]) return false;
  }
  return true;
}
