import type { EmbeddingTable } from './embeddingTable.ts';
import { hashedColumn, hashedColumns, hashedSign, hashUnits } from './hashedFeature.ts';
import { roundRow } from './roundRow.ts';
import { createRowStore, type RowStore } from './rowStore.ts';
import { createWordNumbers } from './wordNumbers.ts';
import { unknownPiece, wordPieces } from './wordPiece.ts';

const wordLimit = 32_768;
const unknownWordWeight = 0.9;
const leastCompoundWeight = 0.9;
const ngramLength = 3;
const ngramSeed = 1;
const wordSeed = 2;

/**
 * What the embedder keeps of the distinct words it has met, numbered from 0. What is kept of a word depends on the word alone:
 * word i has its row of the static half at place 2 i of the store, of the hashed half at 2 i + 1.
 */
export interface WordCache {
  /** Number of the word that stands in the text there, which is taken in if it is new. */
  indexOf(text: string, start: number, end: number): number;
  /** Forgets all words if there are too many. Numbers are good until this is called. */
  trim(): void;
  /** Occurrences of each word in the text at hand, for the caller to count and to set back to 0. */
  readonly counts: Uint32Array;
  /** What a word's row of the static half is to be multiplied by, and that of the hashed half. */
  readonly staticFactors: Float32Array;
  readonly hashedFactors: Float32Array;
  readonly rows: RowStore;
}

export function createWordCache(table: EmbeddingTable, pieceWeights: Float64Array): WordCache {
  const { columns, scales, values } = table.pieceVectors;
  const vocabulary = { initial: table.initialPieces, continuation: table.continuationPieces };
  const numbers = createWordNumbers();
  const rows = createRowStore(columns);
  let counts = new Uint32Array(1024);
  let staticFactors = new Float32Array(1024);
  let hashedFactors = new Float32Array(1024);
  const vector = new Float64Array(Math.max(columns, hashedColumns));
  const rounded = new Int8Array(vector.length);

  /** The sum of the pieces' vectors: as it is in the table for a word of one piece, rounded once more for others. */
  const keepStatic = (pieces: readonly number[]): number => {
    const [first] = pieces;
    if (pieces.length === 1) {
      rows.keep(values, first! * columns);
      return pieceWeights[first!]! * scales[first!]!;
    }
    vector.fill(0);
    for (const piece of pieces) {
      const factor = pieceWeights[piece]! * scales[piece]!;
      for (let k = 0, at = piece * columns; k < columns; k++, at++)
        vector[k]! += factor * values[at]!;
    }
    const unit = roundRow(vector, rounded);
    rows.keep(rounded, 0);
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
    const unit = roundRow(vector, rounded);
    rows.keep(rounded, 0);
    return unit;
  };
  const add = (text: string, start: number, end: number): number => {
    const word = text.slice(start, end);
    const index = numbers.size();
    numbers.add(text, start, end);
    if (index === counts.length) {
      counts = doubled(counts, Uint32Array);
      staticFactors = doubled(staticFactors, Float32Array);
      hashedFactors = doubled(hashedFactors, Float32Array);
    }
    const pieces = wordPieces(word, vocabulary);
    staticFactors[index] = keepStatic(pieces);
    hashedFactors[index] = weightOf(pieces, pieceWeights) * keepHashed(word);
    return index;
  };

  return {
    indexOf(text, start, end) {
      const known = numbers.numberOf(text, start, end);
      return known >= 0 ? known : add(text, start, end);
    },
    trim() {
      if (numbers.size() <= wordLimit) return;
      numbers.clear();
      rows.clear();
    },
    get counts() {
      return counts;
    },
    get staticFactors() {
      return staticFactors;
    },
    get hashedFactors() {
      return hashedFactors;
    },
    rows,
  };
}

/** A word tells as much as its rarest piece; one that had to be put together is rare itself. */
function weightOf(pieces: readonly number[], pieceWeights: Float64Array): number {
  let weight = pieces.length > 1 ? leastCompoundWeight : 0;
  for (const piece of pieces) {
    weight = Math.max(weight, piece === unknownPiece ? unknownWordWeight : pieceWeights[piece]!);
  }
  return weight;
}

function addFeature(vector: Float64Array, hash: number, weight: number): void {
  vector[hashedColumn(hash)]! += hashedSign(hash) * weight;
}

function doubled<T extends Uint32Array | Float32Array>(
  array: T,
  type: new (length: number) => T,
): T {
  const larger = new type(2 * array.length);
  larger.set(array);
  return larger;
}
