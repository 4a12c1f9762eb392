import type { GlossTable } from './embeddingTable.ts';
import { createGlossCounter } from './glossCounter.ts';
import { segmentGlosses } from './glossSegmenter.ts';
import { ideographWeights } from './ideographWeights.ts';
import { createNgramCounter } from './ngramCounter.ts';
import type { VectorHalves } from './vectorHalves.ts';
import { staticColumns } from './wordVectors.ts';

/** Counts what one text has in scripts without spaces: dictionary words and character n-grams. */
export interface IdeographCounter {
  /** @param isJapanese see `segmentGlosses` */
  count(text: string, start: number, end: number, isJapanese: boolean): void;
  /** Adds the words to the static half, the n-grams to the hashed one, and forgets them. */
  flush(): void;
}

/** @throws RangeError if the table has other columns than the static half */
export function createIdeographCounter(table: GlossTable, halves: VectorHalves): IdeographCounter {
  const { columns } = table.glossVectors;
  if (columns !== staticColumns) {
    throw new RangeError(`got glosses of ${columns} columns, expected ${staticColumns}`);
  }
  const words = createGlossCounter(table, halves.first);
  const ngrams = createNgramCounter(ideographWeights(table));
  return {
    count(text, start, end, isJapanese) {
      segmentGlosses(table, text, start, end, isJapanese, words.count);
      ngrams.count(text, start, end);
    },
    flush() {
      words.flush();
      ngrams.flushTo(halves.second.sum);
    },
  };
}
