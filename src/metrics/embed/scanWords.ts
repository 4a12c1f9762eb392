import { characterClass, classOfCodePoint } from './characterClass.ts';
import { FIRST_HASH, hashUnit, otherHashUnit } from './hashedFeature.ts';

/** Longer words are cut, so that a megabyte without a space is many words and none of them is kept whole. */
export const longestWord = 64;

/** Words of a text, in order: the first `count` entries of each array. */
export interface WordBatch {
  /** Where each word stands, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Two hashes of the word's code units, 32 bits each. */
  readonly hashes: Int32Array;
  readonly otherHashes: Int32Array;
  readonly count: number;
}

/** Takes the parts of a text. */
export interface WordVisitor {
  /** Runs of letters, marks and digits of at most 64 code units each, and single symbols; the batch is used again. */
  readonly words: (text: string, batch: WordBatch) => void;
  /** A run of Chinese characters and kana, as a range of UTF-16 code units. */
  readonly ideographs: (text: string, start: number, end: number) => void;
}

/** Words handed over at a time, so that looking one up need not wait for the one before. */
const BATCH_WORDS = 512;

/**
 * Walks over normalised texts, each once: its words come in order and its unspaced runs as well, but not both in one order.
 * White space and control characters are in no part. O(length).
 */
export function createWordScanner(): (text: string, visitor: WordVisitor) => void {
  const starts = new Uint32Array(BATCH_WORDS);
  const ends = new Uint32Array(BATCH_WORDS);
  const hashes = new Int32Array(BATCH_WORDS);
  const otherHashes = new Int32Array(BATCH_WORDS);
  const batch = { starts, ends, hashes, otherHashes, count: 0 };

  return (text, visitor) => {
    const { length } = text;
    if (length === 0) return;
    let count = 0;
    let unit = text.charCodeAt(0);
    let codePoint = codePointOf(text, 0, unit);
    let kind = classOfCodePoint(codePoint);
    for (let at = 0; at < length;) {
      const start = at;
      const current = kind;
      let hash = FIRST_HASH;
      let otherHash = FIRST_HASH;
      do {
        hash = hashUnit(hash, unit);
        otherHash = otherHashUnit(otherHash, unit);
        if (++at === length) break;
        const isInPair = codePoint > 0xffff && (unit & 0xfc00) === 0xd800;
        unit = text.charCodeAt(at);
        if (isInPair) continue;
        codePoint = codePointOf(text, at, unit);
        kind = classOfCodePoint(codePoint);
        if (kind !== current || kind === characterClass.symbol) break;
        // A cut may part a pair of surrogates: a word of 64 code units is one whatever they are.
      } while (at - start < longestWord || current !== characterClass.word);
      if (current === characterClass.separator) continue;
      if (current === characterClass.ideograph) {
        visitor.ideographs(text, start, at);
        continue;
      }
      starts[count] = start;
      ends[count] = at;
      hashes[count] = hash;
      otherHashes[count] = otherHash;
      if (++count < BATCH_WORDS) continue;
      batch.count = count;
      visitor.words(text, batch);
      count = 0;
    }
    if (count === 0) return;
    batch.count = count;
    visitor.words(text, batch);
  };
}

/** @param unit the code unit at `at`, where no pair of surrogates began before */
function codePointOf(text: string, at: number, unit: number): number {
  return (unit & 0xfc00) === 0xd800 ? text.codePointAt(at)! : unit;
}
