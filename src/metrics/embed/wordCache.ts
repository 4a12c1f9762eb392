import { hashedColumn, hashedSign, hashUnits } from './hashedFeature.ts';
import { createWordNumbers } from './wordNumbers.ts';
import { unknownPiece, wordPieces, type WordPieceVocabulary } from './wordPiece.ts';

const wordLimit = 40_000;
const unknownWordWeight = 0.9;
const leastCompoundWeight = 0.9;
const ngramLength = 3;
const ngramSeed = 1;
const wordSeed = 2;

/**
 * What the embedder keeps of the distinct words it has met, numbered from 0. What is kept of a word depends on the word alone.
 */
export interface WordCache {
  /** Number of the word that stands in the text there, which is taken in if it is new. */
  indexOf(text: string, start: number, end: number): number;
  /** Forgets all words if there are too many. Numbers are good until this is called: call it between texts. */
  trim(): void;
  /** Occurrences of each word in the text at hand, for the caller to count and to set back to 0. */
  readonly counts: Uint32Array;
  /** How much each word tells, 0 … 1.1. */
  readonly weights: Float32Array;
  /** Where each word's codes begin: number of pieces, number of features, pieces (rows of the piece vectors), features. */
  readonly starts: Uint32Array;
  /** A feature is its signed column of the hashed half, counted from 1; the first is the word's own, the others its n-grams. */
  readonly codes: Int32Array;
}

export function createWordCache(
  vocabulary: WordPieceVocabulary,
  pieceWeights: Float64Array,
): WordCache {
  const numbers = createWordNumbers();
  let counts = new Uint32Array(1024);
  let weights = new Float32Array(1024);
  let starts = new Uint32Array(1024);
  let codes = new Int32Array(8192);
  let used = 0;

  const add = (text: string, start: number, end: number): number => {
    const word = text.slice(start, end);
    const index = numbers.size();
    numbers.add(text, start, end);
    if (index === counts.length) {
      counts = doubled(counts, Uint32Array);
      weights = doubled(weights, Float32Array);
      starts = doubled(starts, Uint32Array);
    }
    const pieces = wordPieces(word, vocabulary);
    const features = featuresOf(word);
    if (used + 2 + pieces.length + features.length > codes.length)
      codes = doubled(codes, Int32Array);
    weights[index] = weightOf(pieces, pieceWeights);
    starts[index] = used;
    codes[used++] = pieces.length;
    codes[used++] = features.length;
    for (const piece of pieces) codes[used++] = piece;
    for (const feature of features) codes[used++] = feature;
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
      used = 0;
    },
    get counts() {
      return counts;
    },
    get weights() {
      return weights;
    },
    get starts() {
      return starts;
    },
    get codes() {
      return codes;
    },
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

function featuresOf(word: string): number[] {
  const features = [featureOf(word, 0, word.length, wordSeed)];
  if (word.length > ngramLength) {
    const bounded = `<${word}>`;
    for (let i = 0; i + ngramLength <= bounded.length; i++) {
      features.push(featureOf(bounded, i, i + ngramLength, ngramSeed));
    }
  }
  return features;
}

function featureOf(text: string, start: number, end: number, seed: number): number {
  const hash = hashUnits(text, start, end, seed);
  return hashedSign(hash) * (hashedColumn(hash) + 1);
}

function doubled<T extends Uint32Array | Float32Array | Int32Array>(
  array: T,
  type: new (length: number) => T,
): T {
  const larger = new type(2 * array.length);
  larger.set(array);
  return larger;
}
