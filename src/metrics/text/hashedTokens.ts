import { hashTokens } from './hashTokens.ts';
import { normalizeText } from './normalizeText.ts';

/**
 * The tokens of a text as hashes, see `hashTokens`. The text is normalised (Unicode NFKC, lower case).
 * Linear, some 20 million tokens a second. Two different tokens share a hash with probability 2⁻³⁰.
 */
export function hashedTokens(text: string): Uint32Array {
  const normalized = normalizeText(text);
  const hashes = new Uint32Array(normalized.length);
  return hashes.subarray(0, hashTokens(normalized, hashes));
}
