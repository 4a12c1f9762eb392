/** Columns of the hashed half of a vector. */
export const hashedColumns = 256;

/**
 * The hash of a range of code units: FNV-1a, with the finaliser of MurmurHash3, since its low bits alone are not even enough.
 * @param seed keeps features of different kinds apart
 * @returns 32 bits, signed
 */
export function hashUnits(text: string, start: number, end: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Spreads the bits of a hash over all 32: the finaliser of MurmurHash3. */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * The column a feature falls into, 0 … 255.
 * Columns and signs by hash keep dot products unbiased (Weinberger et al. 2009, doi:10.1145/1553374.1553516).
 */
export function hashedColumn(hash: number): number {
  return hash & (hashedColumns - 1);
}

/** The feature's sign, −1 or 1, from a bit that the column has no part in. */
export function hashedSign(hash: number): number {
  return 1 - ((hash >>> 30) & 2);
}
