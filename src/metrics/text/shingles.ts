import { codePointClasses, codePointLength } from './codePointClasses.ts';
import { mixBits } from './mixBits.ts';
import { normalizeText } from './normalizeText.ts';

const SEPARATOR = 1;
/** Part of a word: a run of these is one token. */
const WORD = 2;
/** A token of its own: a character of a script that is written without spaces. */
const CHARACTER = 3;

const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

const classAt = codePointClasses((codePoint) => {
  if (!/[\p{L}\p{N}\p{M}]/u.test(codePoint)) return SEPARATOR;
  return WITHOUT_SPACES.test(codePoint) ? CHARACTER : WORD;
});

const ASCII_CLASSES = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  classAt(String.fromCharCode(unit), 0),
);

const HASH_SEED = 0x811c9dc5;

/**
 * Pushes the shingles of a row: the hashes of every run of `shingleTokens` neighbouring tokens, as a set.
 *
 * Texts are normalised (Unicode NFKC, lower case). A token is a run of letters, digits and marks; in Han, kana, Bopomofo,
 * Yi, Thai, Lao, Khmer, Burmese and Tibetan it is one character. All else separates. A text with fewer tokens has one
 * shingle of what it has; one without tokens has none. No shingle crosses from one text to the next.
 *
 * @param texts the texts of one row
 * @param shingleTokens tokens per shingle, an integer ≥ 1
 * @param sink takes the distinct hashes, 32 bits each, ascending; the caller ends the row
 * @throws RangeError if `shingleTokens` is no integer ≥ 1
 * O(length · shingleTokens + shingles · log shingles) time. Two different shingles share a hash with probability 2⁻³².
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900
 */
export function pushShingles(
  texts: readonly string[],
  shingleTokens: number,
  sink: { push(shingle: number): void },
): void {
  if (!Number.isInteger(shingleTokens) || shingleTokens < 1) {
    throw new RangeError(`got ${shingleTokens} tokens per shingle, expected an integer ≥ 1`);
  }
  const normalized = texts.map(normalizeText);
  const room = normalized.reduce((units, text) => units + text.length, 0);
  const tokens = new Uint32Array(room);
  const shingles = new Uint32Array(room);
  let shingleCount = 0;
  for (const text of normalized) {
    const tokenCount = hashTokens(text, tokens);
    const length = Math.min(shingleTokens, tokenCount);
    if (length === 0) continue;
    for (let start = 0; start + length <= tokenCount; start++) {
      let hash = length;
      for (let token = start; token < start + length; token++) {
        hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ tokens[token]!, 0x85ebca6b) + 0x6b43a9b5;
      }
      shingles[shingleCount++] = mixBits(hash);
    }
  }
  const sorted = shingles.subarray(0, shingleCount).sort();
  for (let index = 0; index < shingleCount; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sink.push(sorted[index]!);
  }
}

/** Writes the hash of each token of a normalised text; returns how many there are. */
function hashTokens(text: string, tokens: Uint32Array): number {
  let tokenCount = 0;
  let inWord = false;
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = unit < 0x80 ? ASCII_CLASSES[unit]! : classAt(text, index);
    if (inWord && kind !== WORD) tokens[tokenCount++] = hash;
    inWord = inWord && kind === WORD;
    if (kind === SEPARATOR) continue;
    hash = addToHash(inWord ? hash : HASH_SEED, unit);
    if (codePointLength(text, index) === 2) hash = addToHash(hash, text.charCodeAt(++index));
    if (kind === WORD) inWord = true;
    else tokens[tokenCount++] = hash;
  }
  if (inWord) tokens[tokenCount++] = hash;
  return tokenCount;
}

function addToHash(hash: number, unit: number): number {
  hash = Math.imul(hash ^ unit, 0x01000193);
  return hash ^ (hash >>> 15);
}
