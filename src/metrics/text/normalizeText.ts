import { isAscii } from './isAscii.ts';

let latest = '';
let normalOfLatest = '';
let earlier = '';
let normalOfEarlier = '';

/**
 * Text as it is compared and embedded: Unicode NFKC, then lower case. Of two texts the answer is kept, as with `isAscii`.
 * Linear; text in ASCII is not normalised, since it is its own normal form.
 */
export function normalizeText(text: string): string {
  if (text === latest) return normalOfLatest;
  if (text === earlier) return normalOfEarlier;
  earlier = latest;
  normalOfEarlier = normalOfLatest;
  latest = text;
  normalOfLatest = (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();
  return normalOfLatest;
}
