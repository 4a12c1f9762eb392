const NOT_ASCII = /[^\0-\x7f]/;

let latest = '';
let isLatestAscii = true;
let earlier = '';
let isEarlierAscii = true;

/**
 * Whether a text has no character beyond ASCII. Of two texts the answer is kept, as everything that is measured of a row asks for
 * it again. O(length), O(1) for a text that was asked for before.
 */
export function isAscii(text: string): boolean {
  if (text === latest) return isLatestAscii;
  if (text === earlier) return isEarlierAscii;
  earlier = latest;
  isEarlierAscii = isLatestAscii;
  latest = text;
  isLatestAscii = !NOT_ASCII.test(text);
  return isLatestAscii;
}
