import { mixBits } from './mixBits.ts';
import { normalizeText } from './normalizeText.ts';

/** A 64-bit hash in two unsigned halves; 0, 0 stands for no text. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/** Between two texts of a row: no text holds it after white space was folded. */
const TEXT_BORDER = 0x0a;
const SPACE = 0x20;

/**
 * Hash of a row's texts that is equal for rows equal after normalisation: Unicode NFKC, lower case, white space folded to
 * one space and trimmed. Texts that are blank do not count, so that their place among the others does not matter.
 * @param texts the texts of one row, in the order of its fields
 * @returns 0, 0 where all texts are blank
 * Linear. Two rows that differ have equal hashes with probability 2⁻⁶⁴; it is no defence against made collisions.
 */
export function normalizedHash(texts: readonly string[]): Hash64 {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  let length = 0;
  const add = (unit: number) => {
    high = (Math.imul(((high << 13) | (high >>> 19)) ^ unit, 0xcc9e2d51) + 0x6b43a9b5) | 0;
    low = (Math.imul(((low << 17) | (low >>> 15)) ^ unit, 0x1b873593) + 0x52dce729) | 0;
    length++;
  };
  for (const text of texts) {
    const normalized = normalizeText(text);
    let border = length > 0 ? TEXT_BORDER : 0;
    for (let index = 0; index < normalized.length; index++) {
      const unit = normalized.charCodeAt(index);
      if (isWhiteSpace(unit)) {
        if (border === 0 && length > 0) border = SPACE;
        continue;
      }
      if (border !== 0) add(border);
      border = 0;
      add(unit);
    }
  }
  if (length === 0) return { high: 0, low: 0 };
  high = mixBits(high ^ length);
  low = mixBits(low ^ high);
  return high === 0 && low === 0 ? { high: 0, low: 1 } : { high, low };
}

/** JavaScript's `\s` beyond those that NFKC turns into a space, and NEL. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0x85 || unit === 0x2028 || unit === 0x2029 || unit === 0x1680 || unit === 0xfeff;
}
