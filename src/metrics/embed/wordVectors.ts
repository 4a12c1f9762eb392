import type { EmbeddingTable } from './embeddingTable.ts';
import { hashedColumn, hashedColumns, hashedSign, hashUnits } from './hashedFeature.ts';
import { roundRow } from './roundRow.ts';
import { createRowStore, type RowStore } from './rowStore.ts';
import { pieceWeights } from './tokenWeights.ts';
import { unknownPiece, wordPieces } from './wordPiece.ts';

const unknownWordWeight = 0.9;
const leastCompoundWeight = 0.9;
const ngramLength = 3;
const ngramSeed = 1;
const wordSeed = 2;

/** Makes the vectors of words, rounded to 8 bits. */
export interface WordVectors {
  /** Keeps the static row of one more word and writes its hashed one; returns what each is to be multiplied by. */
  keep(word: string): { readonly staticFactor: number; readonly hashedFactor: number };
  readonly staticRows: RowStore;
  /** [256] of the word kept last */
  readonly hashedRow: Int8Array;
}

export function createWordVectors(table: EmbeddingTable): WordVectors {
  const { columns, scales, values } = table.pieceVectors;
  const vocabulary = { initial: table.initialPieces, continuation: table.continuationPieces };
  const weights = pieceWeights(table);
  const staticRows = createRowStore(columns);
  const hashedRow = new Int8Array(hashedColumns);
  const vector = new Float64Array(Math.max(columns, hashedColumns));
  const rounded = new Int8Array(vector.length);

  /** The sum of the pieces' vectors: as it is in the table for a word of one piece, rounded once more for others. */
  const keepStatic = (pieces: readonly number[]): number => {
    const [first] = pieces;
    if (pieces.length === 1) {
      staticRows.keep(values, first! * columns);
      return weights[first!]! * scales[first!]!;
    }
    vector.fill(0);
    for (const piece of pieces) {
      const factor = weights[piece]! * scales[piece]!;
      for (let k = 0, at = piece * columns; k < columns; k++, at++)
        vector[k]! += factor * values[at]!;
    }
    const unit = roundRow(vector, rounded);
    staticRows.keep(rounded, 0);
    return unit;
  };
  const keepHashed = (word: string): number => {
    vector.fill(0);
    addFeature(vector, hashUnits(word, 0, word.length, wordSeed), 1);
    if (word.length > ngramLength) {
      const bounded = `<${word}>`;
      const ngrams = bounded.length - ngramLength + 1;
      // The n-grams together have the length that the word has by itself.
      const share = 1 / Math.sqrt(ngrams);
      for (let i = 0; i < ngrams; i++) {
        addFeature(vector, hashUnits(bounded, i, i + ngramLength, ngramSeed), share);
      }
    }
    return roundRow(vector, hashedRow);
  };

  return {
    keep(word) {
      const pieces = wordPieces(word, vocabulary);
      return {
        staticFactor: keepStatic(pieces),
        hashedFactor: weightOf(pieces, weights) * keepHashed(word),
      };
    },
    staticRows,
    hashedRow,
  };
}

/** A word tells as much as its rarest piece; one that had to be put together is rare itself. */
function weightOf(pieces: readonly number[], weights: Float64Array): number {
  let weight = pieces.length > 1 ? leastCompoundWeight : 0;
  for (const piece of pieces) {
    weight = Math.max(weight, piece === unknownPiece ? unknownWordWeight : weights[piece]!);
  }
  return weight;
}

function addFeature(vector: Float64Array, hash: number, weight: number): void {
  vector[hashedColumn(hash)]! += hashedSign(hash) * weight;
}
