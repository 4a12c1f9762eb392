import { hashTokens } from './hashTokens.ts';
import { hashedTokens } from './hashedTokens.ts';
import { normalizeText } from './normalizeText.ts';

/**
 * What a run of the tokens of `hashedTokens` reads in its text. Where normalising makes other tokens of the text, it reads as
 * normalised.
 * @param first index of the first token, @param count tokens in the run, ≥ 1; the run lies within the text
 */
export function tokenText(text: string, first: number, count: number): string {
  const tokens = hashedTokens(text).length;
  const hashes = new Uint32Array(tokens + 1);
  const bounds = new Uint32Array(2 * hashes.length);
  const isAsWritten = hashTokens(text, hashes, bounds) === tokens;
  const read = isAsWritten ? text : normalizeText(text);
  if (!isAsWritten) hashTokens(read, hashes, bounds);
  return read.slice(bounds[2 * first], bounds[2 * (first + count) - 1]);
}
