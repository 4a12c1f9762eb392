import type { PieceTable } from './embeddingTable.ts';
import { keyLength, longestMatch } from './lexicon.ts';

/** The static half of the built-in embedder, word by word. */
export interface WordMeanings {
  readonly columns: number;
  /**
   * Adds the word's vector at unit length to `target`.
   * @param word lower case
   * @returns whether the word is one of the table's; others would be told by their pieces, which mean something else
   */
  addTo(word: string, target: Float32Array): boolean;
}

/** The words that the table knows whole. O(columns) for each word. */
export function wordMeanings({ initialPieces, pieceVectors }: PieceTable): WordMeanings {
  const { columns, values } = pieceVectors;
  return {
    columns,
    addTo(word, target) {
      const key = longestMatch(initialPieces, word, 0, word.length);
      if (key < 0 || keyLength(initialPieces, key) !== word.length) return false;
      const first = initialPieces.rows[key]! * columns;
      let squares = 0;
      for (let i = 0; i < columns; i++) squares += values[first + i]! ** 2;
      if (squares === 0) return false;
      const inverseNorm = 1 / Math.sqrt(squares);
      for (let i = 0; i < columns; i++) target[i]! += inverseNorm * values[first + i]!;
      return true;
    },
  };
}
