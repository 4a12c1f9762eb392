import { codePointClasses, codePointLength } from './codePointClasses.ts';
import { WITHOUT_SPACES } from './scriptsWithoutSpaces.ts';

const SEPARATOR = 1;
/** Goes on with a word and begins none: what a mark by itself is of, an emoji say, is no word. */
const MARK = 2;
/** Part of a word: a run of these is one token. */
const WORD = 3;
/** A token of its own: a character of a script that is written without spaces. */
const CHARACTER = 4;

/** The same in a script in which a word takes some four characters rather than two. */
const LETTER = 5;
const LETTERS_WITHOUT_SPACES = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

const classAt = codePointClasses((codePoint) => {
  if (!/[\p{L}\p{N}\p{M}]/u.test(codePoint)) return SEPARATOR;
  if (!WITHOUT_SPACES.test(codePoint)) return /\p{M}/u.test(codePoint) ? MARK : WORD;
  return LETTERS_WITHOUT_SPACES.test(codePoint) ? LETTER : CHARACTER;
});

const ASCII_CLASSES = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  classAt(String.fromCharCode(unit), 0),
);

/** Of each letter and digit of ASCII its lower case, of all else 0. */
const ASCII_WORD_UNITS = ASCII_CLASSES.map((kind, unit) =>
  kind === WORD ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : 0,
);

const HASH_SEED = 0x811c9dc5 | 0;

/**
 * Writes a hash of each token of a text; returns how many there are, at most as many as there is room for.
 *
 * A token is a letter or digit with the letters, digits and marks that follow; in Han, kana, Bopomofo, Yi, Thai, Lao, Khmer,
 * Burmese and Tibetan it is one character. All else separates, also marks that follow no letter or digit: the variation
 * selector of an emoji, an accent after a space.
 *
 * @param text as `normalizeText` has it (NFKC, lower case), which all callers give: accents are part of their letters then, and ™ is
 *   two letters
 * @param hashes 32 bits each; the two low ones tell the kind of token, see `tokenQuarters`
 * @param bounds if given, two for each token: where it starts and ends, in UTF-16 units
 * O(length up to the last token).
 */
export function hashTokens(text: string, hashes: Uint32Array, bounds?: Uint32Array): number {
  const most = hashes.length;
  let tokenCount = 0;
  for (let index = 0; index < text.length && tokenCount < most;) {
    let kind = kindAt(text, index);
    if (kind <= MARK) {
      index++;
      continue;
    }
    const start = index;
    const quarters = kind === WORD ? 0 : kind === CHARACTER ? 2 : 1;
    let hash = HASH_SEED;
    do {
      hash = addToHash(hash, text.charCodeAt(index));
      if (codePointLength(text, index) === 2) hash = addToHash(hash, text.charCodeAt(++index));
      index++;
      if (quarters !== 0 || index === text.length) break;
      kind = kindAt(text, index);
    } while (kind === WORD || kind === MARK);
    hashes[tokenCount] = (hash & ~3) | quarters;
    if (bounds) {
      bounds[2 * tokenCount] = start;
      bounds[2 * tokenCount + 1] = index;
    }
    tokenCount++;
  }
  return tokenCount;
}

/**
 * What `hashTokens` writes of a text in ASCII once it is in lower case.
 * @param text in ASCII
 * @param hashes with room for a token in every second place of the text
 * @returns tokens
 */
export function hashAsciiTokens(text: string, hashes: Uint32Array): number {
  const { length } = text;
  let tokenCount = 0;
  for (let index = 0; index < length; index++) {
    let folded = ASCII_WORD_UNITS[text.charCodeAt(index)]!;
    if (folded === 0) continue;
    let hash = HASH_SEED;
    do {
      hash = addToHash(hash, folded);
      if (++index === length) break;
      folded = ASCII_WORD_UNITS[text.charCodeAt(index)]!;
    } while (folded !== 0);
    hashes[tokenCount++] = hash & ~3;
  }
  return tokenCount;
}

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit < 0x80 ? ASCII_CLASSES[unit]! : classAt(text, index);
}

function addToHash(hash: number, unit: number): number {
  hash = Math.imul(hash ^ unit, 0x01000193);
  return hash ^ (hash >>> 15);
}
