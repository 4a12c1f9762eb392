/** Columns of the hashed half of a vector. */
export const hashedColumns = 256;

/** What a hash begins with, before any code unit. */
export const FIRST_HASH = 0x811c9dc5 | 0;

/** Takes one more code unit into a hash: FNV-1a. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Takes one more code unit into another hash, so that both together have 64 bits. */
export function otherHashUnit(hash: number, unit: number): number {
  return Math.imul(hash + unit, 0x2c1b3c6d);
}

/**
 * The hash of a range of code units: FNV-1a, with the finaliser of MurmurHash3, since its low bits alone are not even enough.
 * @param seed keeps features of different kinds apart
 * @returns 32 bits, signed
 */
export function hashUnits(text: string, start: number, end: number, seed: number): number {
  let hash = FIRST_HASH ^ seed;
  for (let i = start; i < end; i++) hash = hashUnit(hash, text.charCodeAt(i));
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
