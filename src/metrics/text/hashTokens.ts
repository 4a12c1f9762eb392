import { codePointClasses, codePointLength } from './codePointClasses.ts';
import { WITHOUT_SPACES } from './scriptsWithoutSpaces.ts';

const SEPARATOR = 1;
/** Part of a word: a run of these is one token. */
const WORD = 2;
/** A token of its own: a character of a script that is written without spaces. */
const CHARACTER = 3;

/** The same in a script in which a word takes some four characters rather than two. */
const LETTER = 4;
const LETTERS_WITHOUT_SPACES = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

const classAt = codePointClasses((codePoint) => {
  if (!/[\p{L}\p{N}\p{M}]/u.test(codePoint)) return SEPARATOR;
  if (!WITHOUT_SPACES.test(codePoint)) return WORD;
  return LETTERS_WITHOUT_SPACES.test(codePoint) ? LETTER : CHARACTER;
});

const ASCII_CLASSES = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  classAt(String.fromCharCode(unit), 0),
);

const HASH_SEED = 0x811c9dc5;

/**
 * Writes a hash of each token of a text; returns how many there are, at most as many as there is room for.
 *
 * A token is a run of letters, digits and marks; in Han, kana, Bopomofo, Yi, Thai, Lao, Khmer, Burmese and Tibetan it is
 * one character. All else separates.
 *
 * @param text normalised by the caller where case and width are not to count
 * @param hashes 32 bits each; the two low ones tell the kind of token, see `tokenQuarters`
 * @param bounds if given, two for each token: where it starts and ends, in UTF-16 units
 * O(length up to the last token).
 */
export function hashTokens(text: string, hashes: Uint32Array, bounds?: Uint32Array): number {
  const most = hashes.length;
  let tokenCount = 0;
  let inWord = false;
  let hash = 0;
  let start = 0;
  const endToken = (end: number, kind: number): void => {
    hashes[tokenCount] = (hash & ~3) | kind;
    if (bounds) {
      bounds[2 * tokenCount] = start;
      bounds[2 * tokenCount + 1] = end;
    }
    tokenCount++;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = unit < 0x80 ? ASCII_CLASSES[unit]! : classAt(text, index);
    if (inWord && kind !== WORD) endToken(index, 0);
    if (tokenCount === most) return tokenCount;
    inWord = inWord && kind === WORD;
    if (kind === SEPARATOR) continue;
    if (!inWord) start = index;
    hash = addToHash(inWord ? hash : HASH_SEED, unit);
    if (codePointLength(text, index) === 2) hash = addToHash(hash, text.charCodeAt(++index));
    if (kind === WORD) inWord = true;
    else endToken(index + 1, kind === CHARACTER ? 2 : 1);
  }
  if (inWord && tokenCount < most) endToken(text.length, 0);
  return tokenCount;
}

function addToHash(hash: number, unit: number): number {
  hash = Math.imul(hash ^ unit, 0x01000193);
  return hash ^ (hash >>> 15);
}
