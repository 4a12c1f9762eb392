import { isAscii } from './isAscii.ts';

/**
 * Text as near-duplicates compare it: Unicode NFKC, then lower case.
 * Linear; text in ASCII is not normalised, since it is its own normal form.
 */
export function normalizeText(text: string): string {
  return (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();
}
