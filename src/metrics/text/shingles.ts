import { hashedTokens } from './hashedTokens.ts';
import { mixBits } from './mixBits.ts';

/**
 * Pushes the shingles of a row: the hashes of every run of `shingleTokens` neighbouring tokens, as a set. A text with fewer
 * tokens has one shingle of what it has; one without tokens has none. No shingle crosses from one text to the next.
 *
 * @param texts the texts of one row
 * @param shingleTokens tokens per shingle, an integer ≥ 1
 * @param sink takes the distinct hashes, 32 bits each, ascending; the caller ends the row
 * @throws RangeError if `shingleTokens` is no integer ≥ 1
 * O(tokens · shingleTokens + shingles · log shingles) time. Two different shingles share a hash with probability 2⁻³².
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900
 */
export function pushShingles(
  texts: readonly string[],
  shingleTokens: number,
  sink: { push(shingle: number): void },
): void {
  pushTokenShingles(texts.map(hashedTokens), shingleTokens, sink);
}

/** The same where the tokens of each text are known already, from `hashedTokens`. */
export function pushTokenShingles(
  texts: readonly Uint32Array[],
  shingleTokens: number,
  sink: { push(shingle: number): void },
): void {
  if (!Number.isInteger(shingleTokens) || shingleTokens < 1) {
    throw new RangeError(`got ${shingleTokens} tokens per shingle, expected an integer ≥ 1`);
  }
  const room = texts.reduce((sum, tokens) => sum + tokens.length, 0);
  const shingles = new Uint32Array(room);
  let shingleCount = 0;
  for (const tokens of texts) {
    const length = Math.min(shingleTokens, tokens.length);
    if (length === 0) continue;
    for (let start = 0; start + length <= tokens.length; start++) {
      let hash = length;
      for (let token = start; token < start + length; token++) {
        hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ tokens[token]!, 0x85ebca6b) + 0x6b43a9b5;
      }
      shingles[shingleCount++] = mixBits(hash);
    }
  }
  const sorted = shingles.subarray(0, shingleCount).sort();
  for (let index = 0; index < shingleCount; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sink.push(sorted[index]!);
  }
}
