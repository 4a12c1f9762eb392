import { mixBits } from './mixBits.ts';

/** A 32-bit hash of a string's UTF-16 units (FNV-1a, finalised). Two strings share it with probability 2⁻³². O(length). */
export function stringHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixBits(hash ^ text.length);
}
