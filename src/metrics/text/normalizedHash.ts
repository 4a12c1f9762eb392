import { codePointClasses } from './codePointClasses.ts';
import { isNoText, type Hash64 } from './hash64.ts';
import { isAscii } from './isAscii.ts';
import { mixBits } from './mixBits.ts';
import { normalizeText } from './normalizeText.ts';

/** What is made alike before texts are compared for equality. */
export interface TextNormalization {
  /** Unicode NFKC: full-width letters, ligatures, composed accents. */
  readonly unicode: boolean;
  /** Upper and lower case. */
  readonly case: boolean;
  /** Runs of white space become one space, at the ends none. */
  readonly whiteSpace: boolean;
  /** Punctuation (Unicode category P) is left out. */
  readonly punctuation: boolean;
}

/** Between two texts of a row: no text holds it after white space was folded. */
const TEXT_BORDER = 0x0a;
const SPACE = 0x20;

const OTHER = 1;
const PUNCTUATION = 2;
const classAt = codePointClasses((codePoint) => (/\p{P}/u.test(codePoint) ? PUNCTUATION : OTHER));

const DEFAULT: TextNormalization = {
  unicode: true,
  case: true,
  whiteSpace: true,
  punctuation: false,
};

/**
 * Hash of texts that is equal for texts equal after normalisation. Texts of which nothing is left do not count, so that
 * their place among the others does not matter; white space alone is nothing, folded or not.
 * @param texts the texts of one row, in the order of its fields
 * @param normalization default: all but punctuation
 * @returns 0, 0 where nothing is left of any text
 * Linear. Two rows that differ have equal hashes with probability 2⁻⁶⁴; it is no defence against made collisions.
 */
export function normalizedHash(
  texts: readonly string[],
  normalization: TextNormalization = DEFAULT,
): Hash64 {
  const { whiteSpace, punctuation } = normalization;
  let high = 0x9e3779b9 | 0;
  let low = 0x85ebca6b | 0;
  let length = 0;
  for (const text of texts) {
    if (!whiteSpace && !/\S/.test(text)) continue;
    const normalized = normalize(text, normalization);
    let border = length > 0 ? TEXT_BORDER : 0;
    for (let index = 0; index < normalized.length; index++) {
      const unit = normalized.charCodeAt(index);
      if (whiteSpace && isWhiteSpace(unit)) {
        if (border === 0 && length > 0) border = SPACE;
        continue;
      }
      if (punctuation && classAt(normalized, index) === PUNCTUATION) continue;
      if (border !== 0) {
        high = addToHigh(high, border);
        low = addToLow(low, border);
        length++;
        border = 0;
      }
      high = addToHigh(high, unit);
      low = addToLow(low, unit);
      length++;
    }
  }
  return length === 0 ? { high: 0, low: 0 } : finished(high, low, length);
}

function addToHigh(high: number, unit: number): number {
  return (Math.imul(((high << 13) | (high >>> 19)) ^ unit, 0xcc9e2d51) + 0x6b43a9b5) | 0;
}

function addToLow(low: number, unit: number): number {
  return (Math.imul(((low << 17) | (low >>> 15)) ^ unit, 0x1b873593) + 0x52dce729) | 0;
}

/** Hash of two texts together, from theirs: the order counts, and a text of which nothing is left does not. */
export function joinHashes(first: Hash64, second: Hash64): Hash64 {
  if (isNoText(first)) return second;
  if (isNoText(second)) return first;
  return finished(
    Math.imul(first.high, 0xcc9e2d51) ^ second.high,
    Math.imul(first.low, 0x1b873593) ^ second.low,
    2,
  );
}

function finished(high: number, low: number, length: number): Hash64 {
  const first = mixBits(high ^ length);
  const second = mixBits(low ^ first);
  return first === 0 && second === 0 ? { high: 0, low: 1 } : { high: first, low: second };
}

function normalize(text: string, normalization: TextNormalization): string {
  if (normalization.unicode && normalization.case) return normalizeText(text);
  const unified = normalization.unicode && !isAscii(text) ? text.normalize('NFKC') : text;
  return normalization.case ? unified.toLowerCase() : unified;
}

/** JavaScript's `\s` beyond those that NFKC turns into a space, and NEL. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0x85 || unit === 0x2028 || unit === 0x2029 || unit === 0x1680 || unit === 0xfeff;
}
