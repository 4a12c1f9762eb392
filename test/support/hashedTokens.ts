import { createTokenBuffer } from '../../src/metrics/text/tokenBuffer.ts';

/** The tokens of a text as hashes, see `TokenBuffer`, in an array of their own. */
export function hashedTokens(text: string): Uint32Array {
  const tokens = createTokenBuffer();
  tokens.read(text);
  return tokens.hashes.slice(0, tokens.count);
}
