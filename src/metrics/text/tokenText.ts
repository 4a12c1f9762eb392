import { tokenBounds } from './tokenBounds.ts';

/**
 * What a run of the tokens of `TokenBuffer` reads in its text, as written.
 * @param first index of the first token, @param count tokens in the run, ≥ 1; the run lies within the text
 */
export function tokenText(text: string, first: number, count: number): string {
  const bounds = tokenBounds(text);
  return text.slice(bounds[2 * first], bounds[2 * (first + count) - 1]);
}
