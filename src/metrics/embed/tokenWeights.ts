import type { GlossTable, PieceTable } from './embeddingTable.ts';

/** Ids below this are special tokens and unused rows, then single characters: not ordered by frequency. */
const firstCharacter = 999;
const firstRankedPiece = 1996;

// Tuned together; bench/embedding.md says on which data.
const rankOffset = 3;
const rarestRank = 30_000;
const symbolWeight = 0.1;
const alphanumericWeight = 0.35;
const asciiAlphanumerics = [
  [1014, 1023],
  [1037, 1062],
] as const;

/**
 * How much a token of a frequency rank tells, in [0, 1.1]: the logarithm of the rank. Words are about Zipf-distributed, so this
 * is in the place of the inverse document frequency, without its dependence on the file at hand.
 * @param rank 0 for the most frequent token
 */
export function rankWeight(rank: number): number {
  return Math.log(1 + (rank + 1) / rankOffset) / Math.log(1 + rarestRank / rankOffset);
}

/** [rows] The weight of each WordPiece; 0 for special tokens, unused rows and `[UNK]`. */
export function pieceWeights(table: PieceTable): Float64Array {
  return Float64Array.from({ length: table.pieceVectors.rows }, (_, id) => {
    if (id >= firstRankedPiece) return rankWeight(id - firstRankedPiece);
    if (id < firstCharacter) return 0;
    return asciiAlphanumerics.some(([first, last]) => id >= first && id <= last)
      ? alphanumericWeight
      : symbolWeight;
  });
}

/** [rows] The weight of each Chinese and Japanese word: each language's rows are ranked by themselves. */
export function glossWeights(table: GlossTable): Float64Array {
  const { chineseRows, glossVectors } = table;
  return Float64Array.from({ length: glossVectors.rows }, (_, row) =>
    rankWeight(row < chineseRows ? row : row - chineseRows),
  );
}

/** How much a token counts that occurs `count` times in a text: 1 + ln count. */
export function dampedCount(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}
