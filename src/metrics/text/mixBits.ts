/** Spreads every bit of a 32-bit value over all bits (the finaliser `lowbias32`); a bijection. @see Wellons, hash-prospector */
export function mixBits(value: number): number {
  value ^= value >>> 16;
  value = Math.imul(value, 0x7feb352d);
  value ^= value >>> 15;
  value = Math.imul(value, 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}
