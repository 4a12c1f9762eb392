import type { EmbeddingTable } from './embeddingTable.ts';
import { segmentGlosses } from './glossSegmenter.ts';
import { hashedColumns } from './hashedFeature.ts';
import { ideographWeights } from './ideographWeights.ts';
import { createNgramCounter } from './ngramCounter.ts';
import { createRowSum } from './rowSum.ts';
import { foldText, scanWords, type WordVisitor } from './scanWords.ts';
import type { SentenceEmbedder } from './sentenceEmbedder.ts';
import { glossWeights, pieceWeights } from './tokenWeights.ts';
import { createWordCache } from './wordCache.ts';

const dimensions = 512;
const staticColumns = dimensions - hashedColumns;

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
 * Not for two threads at once: it keeps words it has met (a few MB). About 256 multiplications for each distinct token.
 * @throws RangeError if the table has other than 256 columns
 * @see Model2Vec (github.com/MinishLab/model2vec) for the distilling; this one differs in glosses, weights and the hashed half.
 */
export function createStaticEmbedder(table: EmbeddingTable): SentenceEmbedder {
  if (table.pieceVectors.columns !== staticColumns) {
    throw new RangeError(
      `got a table of ${table.pieceVectors.columns} columns, expected ${staticColumns}`,
    );
  }
  const weightOfPiece = pieceWeights(table);
  const weightOfGloss = glossWeights(table);
  const words = createWordCache(
    { initial: table.initialPieces, continuation: table.continuationPieces },
    weightOfPiece,
  );
  const ngrams = createNgramCounter(ideographWeights(table));

  const staticSum = new Float64Array(staticColumns);
  const hashedSum = new Float64Array(hashedColumns);
  const pieceSum = createRowSum(
    table.pieceVectors,
    weightOfPiece.map((weight, row) => weight * table.pieceVectors.scales[row]!),
    staticSum,
  );
  const glossSum = createRowSum(
    table.glossVectors,
    weightOfGloss.map((weight, row) => weight * table.glossVectors.scales[row]!),
    staticSum,
  );

  let metWords: number[] = [];
  let metGlosses: number[] = [];
  const glossCounts = new Uint32Array(table.glossVectors.rows);
  let isJapanese = false;

  const countGloss = (row: number): void => {
    if (glossCounts[row]!++ === 0) metGlosses.push(row);
  };
  const visitor: WordVisitor = {
    word(text, start, end) {
      const index = words.indexOf(text, start, end);
      if (words.counts[index]!++ === 0) metWords.push(index);
    },
    ideographs(text, start, end) {
      segmentGlosses(table, text, start, end, isJapanese, countGloss);
      ngrams.count(text, start, end);
    },
  };

  const addWords = (): void => {
    const { counts, weights, starts, codes } = words;
    for (const index of metWords) {
      const damped = 1 + Math.log(counts[index]!);
      counts[index] = 0;
      let code = starts[index]!;
      const pieces = codes[code++]!;
      const features = codes[code++]!;
      for (const end = code + pieces; code < end; code++) pieceSum.add(codes[code]!, damped);
      const weight = weights[index]! * damped;
      addFeature(codes[code++]!, weight);
      // The n-grams together have the length that the word has by itself.
      const ngramWeight = features > 1 ? weight / Math.sqrt(features - 1) : 0;
      for (const end = code + features - 1; code < end; code++)
        addFeature(codes[code]!, ngramWeight);
    }
    metWords = [];
  };
  const addFeature = (feature: number, weight: number): void => {
    if (feature > 0) hashedSum[feature - 1]! += weight;
    else hashedSum[-feature - 1]! -= weight;
  };
  const addGlosses = (): void => {
    for (const row of metGlosses) {
      glossSum.add(row, 1 + Math.log(glossCounts[row]!));
      glossCounts[row] = 0;
    }
    metGlosses = [];
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
      words.trim();
      scanWords(folded, visitor);
      staticSum.fill(0);
      hashedSum.fill(0);
      addWords();
      pieceSum.flush();
      addGlosses();
      glossSum.flush();
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
