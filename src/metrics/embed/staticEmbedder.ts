import type { EmbeddingTable } from './embeddingTable.ts';
import { createGlossCounter } from './glossCounter.ts';
import { segmentGlosses } from './glossSegmenter.ts';
import { hashedColumns } from './hashedFeature.ts';
import { ideographWeights } from './ideographWeights.ts';
import { createNgramCounter } from './ngramCounter.ts';
import { foldText, scanWords, type WordVisitor } from './scanWords.ts';
import type { SentenceEmbedder } from './sentenceEmbedder.ts';
import { dampedCount, pieceWeights } from './tokenWeights.ts';
import { createWeightedSum } from './weightedSum.ts';
import { createWordCache } from './wordCache.ts';

const dimensions = 512;
const staticColumns = dimensions - hashedColumns;

/** Share of the squared length that the static half has. Tuned; bench/embedding.md says on which data. */
const staticShare = 0.65;
const staticToHashed = Math.sqrt(staticShare / (1 - staticShare));

/** A longer text is taken part by part, so that what is kept of its words stays small. */
const distinctWordsAtOnce = 16_384;

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
 * @throws RangeError if the table has other than 256 columns
 * @see Model2Vec (github.com/MinishLab/model2vec) for the distilling; this one differs in glosses, weights and the hashed half.
 */
export function createStaticEmbedder(table: EmbeddingTable): SentenceEmbedder {
  if (table.pieceVectors.columns !== staticColumns) {
    throw new RangeError(
      `got a table of ${table.pieceVectors.columns} columns, expected ${staticColumns}`,
    );
  }
  const words = createWordCache(table, pieceWeights(table));
  const glosses = createGlossCounter(table);
  const ngrams = createNgramCounter(ideographWeights(table));

  const staticSum = new Float64Array(staticColumns);
  const hashedSum = new Float64Array(hashedColumns);
  const staticRows = createWeightedSum(words.rows, staticColumns);
  const hashedRows = createWeightedSum(words.rows, hashedColumns);

  const metWords = new Uint32Array(distinctWordsAtOnce);
  let metCount = 0;
  let isJapanese = false;

  const addWords = (): void => {
    const { counts, staticFactors, hashedFactors } = words;
    for (let i = 0; i < metCount; i++) {
      const index = metWords[i]!;
      const damped = dampedCount(counts[index]!);
      counts[index] = 0;
      staticRows.add(2 * index, staticFactors[index]! * damped);
      hashedRows.add(2 * index + 1, hashedFactors[index]! * damped);
    }
    metCount = 0;
    staticRows.flushTo(staticSum);
    hashedRows.flushTo(hashedSum);
    words.trim();
  };
  const visitor: WordVisitor = {
    word(text, start, end) {
      const index = words.indexOf(text, start, end);
      if (words.counts[index]!++ > 0) return;
      metWords[metCount++] = index;
      if (metCount === distinctWordsAtOnce) addWords();
    },
    ideographs(text, start, end) {
      segmentGlosses(table, text, start, end, isJapanese, glosses.count);
      ngrams.count(text, start, end);
    },
  };

  return {
    name: 'static-gte-small-256+ngram-256',
    dimensions,
    addTo(text, target) {
      if (target.length !== dimensions) {
        throw new RangeError(`got a target of ${target.length} numbers, expected ${dimensions}`);
      }
      const folded = foldText(text);
      isJapanese = kana.test(folded);
      staticSum.fill(0);
      hashedSum.fill(0);
      scanWords(folded, visitor);
      addWords();
      glosses.flushTo(staticSum);
      ngrams.flushTo(hashedSum);
      const hashedLength = euclideanLength(hashedSum);
      const staticLength = euclideanLength(staticSum);
      const factor = staticLength > 0 ? (staticToHashed * hashedLength) / staticLength : 0;
      for (let i = 0; i < staticColumns; i++) target[i]! += factor * staticSum[i]!;
      for (let i = 0; i < hashedColumns; i++) target[staticColumns + i]! += hashedSum[i]!;
    },
  };
}

function euclideanLength(vector: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!;
  return Math.sqrt(squares);
}
