import type { EmbeddingTable } from './embeddingTable.ts';
import type { WordVisitor } from './scanWords.ts';
import { dampedCount } from './tokenWeights.ts';
import type { VectorHalves } from './vectorHalves.ts';
import { createWeightedSum } from './weightedSum.ts';
import { createWordTable, DISTINCT_WORDS_AT_ONCE } from './wordTable.ts';
import { createWordVectors } from './wordVectors.ts';

/** Counts the words of one text. */
export interface WordCounter {
  readonly count: WordVisitor['words'];
  /** Adds the vectors of what was counted to the halves, and forgets it. */
  readonly flush: () => void;
}

/** Words kept from one text to the next; beyond so many all are forgotten. */
const WORD_LIMIT = 32_768;

/**
 * What is kept of a word depends on the word alone: one line of the cache (64 bytes) and its row of the static half.
 * @param halves the static one and the hashed one, to which it adds
 */
export function createWordCounter(
  table: EmbeddingTable,
  { first, second }: VectorHalves,
): WordCounter {
  const words = createWordTable();
  const vectors = createWordVectors(table);
  const staticRows = createWeightedSum(vectors.staticRows, first);
  const hashedRows = createWeightedSum(words, second);

  const flush = (): void => {
    const { met } = words;
    const metCount = words.metCount();
    for (let i = 0; i < metCount; i++) {
      const number = met[i]!;
      const damped = dampedCount(words.takeCount(number));
      staticRows.add(number, words.staticFactor(number) * damped);
      hashedRows.add(number, words.hashedFactor(number) * damped);
    }
    words.forgetMet();
    staticRows.flush();
    hashedRows.flush();
    if (words.size() <= WORD_LIMIT) return;
    words.clear();
    vectors.staticRows.clear();
  };

  return {
    count(text, { starts, ends, hashes, otherHashes, count }) {
      for (let at = 0; ;) {
        at = words.count(hashes, otherHashes, at, count);
        if (at === count) return;
        if (words.metCount() === DISTINCT_WORDS_AT_ONCE) {
          flush();
          continue;
        }
        const { staticFactor, hashedFactor } = vectors.keep(text.slice(starts[at], ends[at]));
        words.add(hashes[at]!, otherHashes[at]!, staticFactor, hashedFactor, vectors.hashedRow);
      }
    },
    flush,
  };
}
