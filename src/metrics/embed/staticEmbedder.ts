import { normalizeText } from '../text/normalizeText.ts';
import type { EmbeddingTable, GlossFile, GlossTable } from './embeddingTable.ts';
import { createIdeographCounter, type IdeographCounter } from './ideographCounter.ts';
import { createWordScanner, type WordVisitor } from './scanWords.ts';
import type { SentenceEmbedder } from './sentenceEmbedder.ts';
import { createVectorHalves } from './vectorHalves.ts';
import { createWordCounter } from './wordCounter.ts';
import { staticColumns } from './wordVectors.ts';

const dimensions = 512;

/** Share of the squared length that the static half has. Tuned; bench/embedding.md says on which data. */
const staticShare = 0.65;
const staticToHashed = Math.sqrt(staticShare / (1 - staticShare));

const kana = /[\u3041-\u30ff]/;

/**
 * The built-in embedder: 256 columns of static word vectors (WordPieces; Chinese and Japanese words by their English gloss),
 * distilled from gte-small, and 256 columns of sign-hashed character n-grams. Every text by itself: no statistics of the file go in, so
 * that a text has the same vector in every file.
 *
 * Each half is a sum over distinct words of rankWeight · (1 + ln occurrences). The hashed half is left as it is, its length
 * being about the square root of the text's summed squared weights; the static half is brought to √(.65 / .35) of that length.
 * A long text therefore outweighs a short one in a sum of both.
 *
 * In a text of more than 16,384 distinct words they are counted in parts of so many.
 *
 * Not for two threads at once: it keeps words it has met (up to 30 MB). About 512 multiplications for each distinct word.
 * @param glossesOf called when the first Chinese or Japanese word comes up; after an error of it the embedder is not to be used again
 * @throws RangeError if the table has other than 256 columns; `addTo` where that of the glosses has
 * @see Model2Vec (github.com/MinishLab/model2vec) for the distilling; this one differs in glosses, weights and the hashed half.
 */
export function createStaticEmbedder(
  table: EmbeddingTable,
  glossesOf: (file: GlossFile) => GlossTable,
): SentenceEmbedder {
  if (table.pieceVectors.columns !== staticColumns) {
    throw new RangeError(
      `got a table of ${table.pieceVectors.columns} columns, expected ${staticColumns}`,
    );
  }
  const halves = createVectorHalves(staticColumns);
  const words = createWordCounter(table, halves);
  const scan = createWordScanner();
  let isJapanese = false;
  let ideographs: IdeographCounter | undefined;
  const visitor: WordVisitor = {
    words: words.count,
    ideographs(text, start, end) {
      ideographs ??= createIdeographCounter(glossesOf(table.glosses), halves);
      ideographs.count(text, start, end, isJapanese);
    },
  };

  return {
    name: 'static-gte-small-256+ngram-256',
    dimensions,
    addTo(text, target) {
      if (target.length !== dimensions) {
        throw new RangeError(`got a target of ${target.length} numbers, expected ${dimensions}`);
      }
      const normal = normalizeText(text);
      isJapanese = kana.test(normal);
      scan(normal, visitor);
      words.flush();
      ideographs?.flush();
      halves.moveTo(target, staticToHashed);
    },
  };
}
