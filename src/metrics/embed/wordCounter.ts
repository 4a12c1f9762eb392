import type { PieceTable } from './embeddingTable.ts';
import type { WordVisitor } from './scanWords.ts';
import { LARGEST_SUM } from './rowStore.ts';
import type { VectorHalves } from './vectorHalves.ts';
import { createWeightedSum } from './weightedSum.ts';
import { MOST_WORDS } from './wordMemory.ts';
import { createWordTable, DISTINCT_WORDS_AT_ONCE } from './wordTable.ts';
import { createWordVectors } from './wordVectors.ts';

/** Counts the words of one text. */
export interface WordCounter {
  readonly count: WordVisitor['words'];
  /** Adds the vectors of what was counted to the halves, and forgets it. */
  readonly flush: () => void;
}

/** Words kept from one text to the next; beyond so many all are forgotten. */
const WORD_LIMIT = MOST_WORDS - DISTINCT_WORDS_AT_ONCE;

/** @param halves the static one and the hashed one, to which it adds */
export function createWordCounter(table: PieceTable, { first, second }: VectorHalves): WordCounter {
  const words = createWordTable();
  const vectorsOf = createWordVectors(table);
  const staticSum = createWeightedSum(words.staticRows, first);
  const hashedSum = createWeightedSum(words.hashedRows, second);
  const numbers = new Uint32Array(LARGEST_SUM);
  const staticFactors = new Float64Array(LARGEST_SUM);
  const hashedFactors = new Float64Array(LARGEST_SUM);

  const flush = (): void => {
    const metCount = words.metCount();
    for (let from = 0; from < metCount; from += LARGEST_SUM) {
      const count = Math.min(LARGEST_SUM, metCount - from);
      const isLast = from + count === metCount;
      words.weigh(from, count, numbers, staticFactors, hashedFactors);
      staticSum.add(numbers, staticFactors, count, isLast);
      hashedSum.add(numbers, hashedFactors, count, isLast);
    }
    words.forgetMet();
    if (words.size() > WORD_LIMIT) words.clear();
  };

  return {
    count(text, { starts, ends, hashes, otherHashes, count }) {
      for (let at = 0; ;) {
        at = words.count(hashes, otherHashes, at, count);
        if (at === count) return;
        if (words.metCount() === DISTINCT_WORDS_AT_ONCE) flush();
        else words.add(hashes[at]!, otherHashes[at]!, vectorsOf(text.slice(starts[at], ends[at])));
      }
    },
    flush,
  };
}
