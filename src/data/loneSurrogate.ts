import { someString } from './someString.ts';

/** An escape such as `\ud83d`: without one, well-formed UTF-8 cannot give a lone surrogate. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/**
 * Whether a string in the value holds half of a surrogate pair, which only an escape in the text can make.
 * O(length); the value is looked at only where the text has such an escape.
 * @param text valid JSON, decoded from well-formed UTF-8
 * @param value what JSON.parse made of it
 */
export function hasLoneSurrogate(text: string, value: unknown): boolean {
  if (!text.includes('\\u') || !SURROGATE_ESCAPE.test(text)) return false;
  return someString(value, (string) => !string.isWellFormed());
}
