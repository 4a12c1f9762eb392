/** A 64-bit hash of a text in two unsigned halves; 0, 0 stands for no text. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/** The hash of a row. @param hashes [rows, 2]: the high and the low half of each */
export function hashAt(hashes: Uint32Array, row: number): Hash64 {
  return { high: hashes[2 * row]!, low: hashes[2 * row + 1]! };
}

export function isNoText({ high, low }: Hash64): boolean {
  return high === 0 && low === 0;
}

/** 53 of the 64 bits, as many as a number holds exactly, for tables by hash: two texts share them with probability 2⁻⁵³. */
export function hashKey({ high, low }: Hash64): number {
  return high * 2 ** 21 + (low >>> 11);
}
