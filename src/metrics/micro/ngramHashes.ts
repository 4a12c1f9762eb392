import { mixBits } from '../text/mixBits.ts';
import type { RowSlice } from '../text/rowSlices.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

/** Where n-grams are written: 64 bits each, of which `hashes` are well mixed. */
export interface NgramHashes {
  readonly hashes: Uint32Array;
  readonly others: Uint32Array;
}

/**
 * Writes every n-gram of some rows; n-grams never cross rows. Up to n = 2 different n-grams always differ in their 64 bits.
 * @param room as long as the rows have tokens
 * @returns how many n-grams were written
 * O(tokens · n).
 */
export function hashNgrams(
  { values, offsets }: TokenColumn,
  n: number,
  { fromRow, toRow }: RowSlice,
  { hashes, others }: NgramHashes,
): number {
  let written = 0;
  for (let row = fromRow; row < toRow; row++) {
    const last = offsets[row + 1]! - n;
    for (let start = offsets[row]!; start <= last; start++) {
      let first = values[start]!;
      let second = n === 1 ? 0 : values[start + 1]!;
      for (let token = start + 2; token < start + n; token++) {
        first = mixBits(first ^ Math.imul(second, 0x9e3779b1));
        second = Math.imul(second ^ (second >>> 15), 0x1b873593) ^ first ^ values[token]!;
      }
      // For a given second number a bijection of the first: nothing is lost.
      hashes[written] = mixBits(first ^ mixBits(second ^ 0x2c1b3c6d));
      others[written++] = second;
    }
  }
  return written;
}
