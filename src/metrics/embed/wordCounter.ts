import type { EmbeddingTable } from './embeddingTable.ts';
import type { WordVisitor } from './scanWords.ts';
import { dampedCount } from './tokenWeights.ts';
import { createWeightedSum } from './weightedSum.ts';
import { createWordTable } from './wordTable.ts';
import { createWordVectors } from './wordVectors.ts';

/** Counts the words of one text. */
export interface WordCounter {
  readonly count: WordVisitor['word'];
  /** Adds the vectors of what was counted to the sums, and forgets it. */
  readonly flush: () => void;
}

/** Words kept from one text to the next; beyond so many all are forgotten. */
const WORD_LIMIT = 32_768;

/** A longer text is taken part by part, so that what is kept of its words stays small. */
const DISTINCT_WORDS_AT_ONCE = 16_384;

/**
 * What is kept of a word depends on the word alone: 32 bytes, its row of the static half and some 16 bytes of the hashed one.
 * @param staticSum, hashedSum the halves, to which it adds
 */
export function createWordCounter(
  table: EmbeddingTable,
  staticSum: Float64Array,
  hashedSum: Float64Array,
): WordCounter {
  const words = createWordTable();
  const vectors = createWordVectors(table);
  const staticRows = createWeightedSum(vectors.staticRows, staticSum.length);
  const hashedRows = createWeightedSum(vectors.hashedRows, hashedSum.length);
  const met = new Uint32Array(DISTINCT_WORDS_AT_ONCE);
  let metCount = 0;

  const flush = (): void => {
    for (let i = 0; i < metCount; i++) {
      const number = met[i]!;
      const damped = dampedCount(words.takeCount(number));
      staticRows.add(number, words.staticFactor(number) * damped);
      hashedRows.add(number, words.hashedFactor(number) * damped);
    }
    metCount = 0;
    staticRows.flushTo(staticSum);
    hashedRows.flushTo(hashedSum);
    if (words.size() <= WORD_LIMIT) return;
    words.clear();
    vectors.clear();
  };

  return {
    count(text, start, end, hash, otherHash) {
      let number = words.numberOf(hash, otherHash);
      if (number < 0) {
        number = words.size();
        const { staticFactor, hashedFactor } = vectors.keep(text.slice(start, end));
        words.add(hash, otherHash, staticFactor, hashedFactor);
      }
      if (words.count(number) > 0) return;
      met[metCount++] = number;
      if (metCount === DISTINCT_WORDS_AT_ONCE) flush();
    },
    flush,
  };
}
