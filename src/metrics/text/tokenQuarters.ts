/** A whole word, in the unit of `tokenQuarters`. */
export const WORD_QUARTERS = 4;

/**
 * How much of a word a token of `hashTokens` is, in quarters: 4 for a run of letters and digits, 2 for a character of Han,
 * kana, Bopomofo or Yi, 1 for one of Thai, Lao, Khmer, Burmese or Tibetan. Rough means of these scripts.
 */
export function tokenQuarters(token: number): number {
  return token & 3 || WORD_QUARTERS;
}
