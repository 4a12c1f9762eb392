import { join } from 'node:path';
import { loadEmbeddingTable } from '../src/engine/loadEmbeddingTable.ts';

/** Whole English words of the embedder's vocabulary, about most frequent first: some 20,000. */
export function englishWords(): string[] {
  const { initialPieces } = loadEmbeddingTable(join(__dirname, '..', 'media', 'embedding'));
  const { units, offsets, rows } = initialPieces;
  const words: { word: string; row: number }[] = [];
  for (let key = 0; key < rows.length; key++) {
    const word = String.fromCharCode(...units.subarray(offsets[key], offsets[key + 1]));
    if (/^[a-z]{2,}$/.test(word)) words.push({ word, row: rows[key]! });
  }
  return words.sort((a, b) => a.row - b.row).map(({ word }) => word);
}
