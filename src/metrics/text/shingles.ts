import { mixBits } from './mixBits.ts';
import { createHashSort } from './sortHashes.ts';
import { createTokenBuffer, type TokenHashes } from './tokenBuffer.ts';

/** Makes the shingles of one row after another, in memory that each row takes over from the one before. */
export interface Shingler {
  /** Adds one more text of the row. */
  add(tokens: TokenHashes): void;
  /** Hands out the row's distinct shingles, ascending: the first `count`. The next row begins. */
  endRow(take: (shingles: Uint32Array, count: number) => void): void;
}

/**
 * The shingles of a row: the hashes, 32 bits each, of every run of `shingleTokens` neighbouring tokens, as a set. A text with
 * fewer tokens has one shingle of what it has; one without tokens has none. No shingle crosses from one text to the next.
 *
 * @param shingleTokens tokens per shingle, an integer ≥ 1
 * @throws RangeError if `shingleTokens` is no integer ≥ 1
 * O(tokens · shingleTokens) expected time, O(shingles · log shingles) more where they are above a thousand. Two different
 * shingles share a hash with probability 2⁻³².
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900
 */
export function createShingler(shingleTokens: number): Shingler {
  if (!Number.isInteger(shingleTokens) || shingleTokens < 1) {
    throw new RangeError(`got ${shingleTokens} tokens per shingle, expected an integer ≥ 1`);
  }
  const sort = createHashSort();
  let shingles = new Uint32Array(256);
  let shingleCount = 0;
  return {
    add({ hashes, count }) {
      if (shingles.length < shingleCount + count) {
        const larger = new Uint32Array(2 * (shingleCount + count));
        larger.set(shingles);
        shingles = larger;
      }
      shingleCount += writeShingles(hashes, count, shingleTokens, shingles, shingleCount);
    },
    endRow(take) {
      sort(shingles, shingleCount);
      const count = distinct(shingles, shingleCount);
      shingleCount = 0;
      take(shingles, count);
    },
  };
}

/** The distinct shingles of the texts of one row, ascending. @throws RangeError as `createShingler` */
export function shinglesOf(texts: readonly string[], shingleTokens: number): Uint32Array {
  const shingler = createShingler(shingleTokens);
  const tokens = createTokenBuffer();
  for (const text of texts) {
    tokens.read(text);
    shingler.add(tokens);
  }
  let ofRow = new Uint32Array(0);
  shingler.endRow((shingles, count) => (ofRow = shingles.slice(0, count)));
  return ofRow;
}

/** Moves the different ones of sorted shingles to the front; returns how many. */
function distinct(shingles: Uint32Array, length: number): number {
  if (length === 0) return 0;
  let count = 1;
  for (let index = 1; index < length; index++) {
    const shingle = shingles[index]!;
    if (shingle !== shingles[count - 1]) shingles[count++] = shingle;
  }
  return count;
}

/** Writes the shingles of one text from `first` on; returns how many. */
function writeShingles(
  tokens: Uint32Array,
  tokenCount: number,
  shingleTokens: number,
  shingles: Uint32Array,
  first: number,
): number {
  const length = Math.min(shingleTokens, tokenCount);
  if (length === 0) return 0;
  const count = tokenCount - length + 1;
  for (let start = 0; start < count; start++) {
    let hash = length;
    for (let token = start; token < start + length; token++) {
      hash =
        (Math.imul(((hash << 13) | (hash >>> 19)) ^ tokens[token]!, 0x85ebca6b) + 0x6b43a9b5) | 0;
    }
    shingles[first + start] = mixBits(hash);
  }
  return count;
}
