import type { PieceTable } from './embeddingTable.ts';
import { hashedColumn, hashedColumns, hashedSign, hashUnits } from './hashedFeature.ts';
import { LARGEST_VALUE } from './quantizeRow.ts';
import { roundRow } from './roundRow.ts';
import { pieceWeights } from './tokenWeights.ts';
import { unknownPiece, wordPieces } from './wordPiece.ts';

const unknownWordWeight = 0.9;
const leastCompoundWeight = 0.9;
const ngramLength = 3;
const ngramSeed = 1;
const wordSeed = 2;

/** What a word has of a sparse row: the first `count` columns and values. */
export interface SparseRow {
  readonly columns: Uint8Array;
  readonly values: Int8Array;
  count: number;
}

/** Columns of the static half of a vector. */
export const staticColumns = 256;

/** What a word has of each half, rounded to 8 bits, and what that is to be multiplied by. */
export interface WordVectors {
  /** [256] */
  staticRow: Int8Array;
  staticFactor: number;
  readonly hashedRow: Readonly<SparseRow>;
  hashedFactor: number;
}

/** Makes the vectors of one word after the other; each takes over the memory of the one before. */
export function createWordVectors(table: PieceTable): (word: string) => Readonly<WordVectors> {
  const { scales, values } = table.pieceVectors;
  const vocabulary = { initial: table.initialPieces, continuation: table.continuationPieces };
  const weights = pieceWeights(table);
  const vector = new Float64Array(staticColumns);
  const rounded = new Int8Array(staticColumns);
  const features = createFeatureSum();
  const vectors: WordVectors = {
    staticRow: rounded,
    staticFactor: 0,
    hashedRow: features.row,
    hashedFactor: 0,
  };

  /** The sum of the pieces' vectors: as it is in the table for a word of one piece, rounded once more for others. */
  const sumStatic = (pieces: readonly number[]): void => {
    const [first] = pieces;
    if (pieces.length === 1) {
      vectors.staticRow = values.subarray(first! * staticColumns, (first! + 1) * staticColumns);
      vectors.staticFactor = weights[first!]! * scales[first!]!;
      return;
    }
    vector.fill(0);
    for (const piece of pieces) {
      const factor = weights[piece]! * scales[piece]!;
      for (let k = 0, at = piece * staticColumns; k < staticColumns; k++, at++)
        vector[k]! += factor * values[at]!;
    }
    vectors.staticRow = rounded;
    vectors.staticFactor = roundRow(vector, rounded);
  };
  const sumHashed = (word: string): number => {
    features.add(hashUnits(word, 0, word.length, wordSeed), 1);
    if (word.length > ngramLength) {
      const bounded = `<${word}>`;
      const ngrams = bounded.length - ngramLength + 1;
      // The n-grams together have the length that the word has by itself.
      const share = 1 / Math.sqrt(ngrams);
      for (let i = 0; i < ngrams; i++) {
        features.add(hashUnits(bounded, i, i + ngramLength, ngramSeed), share);
      }
    }
    return features.round();
  };

  return (word) => {
    const pieces = wordPieces(word, vocabulary);
    sumStatic(pieces);
    vectors.hashedFactor = weightOf(pieces, weights) * sumHashed(word);
    return vectors;
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

/** Sums up features, signed and hashed, of which there are few. */
function createFeatureSum() {
  const sums = new Float64Array(hashedColumns);
  const isTouched = new Uint8Array(hashedColumns);
  const touched = new Uint8Array(hashedColumns);
  let touchedCount = 0;
  const row: SparseRow = {
    columns: new Uint8Array(hashedColumns),
    values: new Int8Array(hashedColumns),
    count: 0,
  };
  return {
    row,
    add(hash: number, weight: number): void {
      const column = hashedColumn(hash);
      sums[column]! += hashedSign(hash) * weight;
      if (isTouched[column] === 0) touched[touchedCount++] = column;
      isTouched[column] = 1;
    },
    /** Puts the sum, rounded as by `roundRow`, in the place of the row before; returns its unit. The next sum begins. */
    round(): number {
      let largest = 0;
      for (let i = 0; i < touchedCount; i++) {
        largest = Math.max(largest, Math.abs(sums[touched[i]!]!));
      }
      const factor = LARGEST_VALUE / largest;
      row.count = 0;
      for (let i = 0; i < touchedCount; i++) {
        const column = touched[i]!;
        const value = largest === 0 ? 0 : Math.round(sums[column]! * factor);
        sums[column] = isTouched[column] = 0;
        if (value === 0) continue;
        row.columns[row.count] = column;
        row.values[row.count++] = value;
      }
      touchedCount = 0;
      return largest === 0 ? 0 : 1 / factor;
    },
  };
}
