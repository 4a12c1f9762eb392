import { rankWeight } from './tokenWeights.ts';
import { keyLength } from './lexicon.ts';
import type { GlossTable } from './embeddingTable.ts';

const hiraganaWeight = 0.25;
const katakanaWeight = 0.6;
const rareCharacterWeight = 1;

/** [65,536] How much a character of an unspaced run tells, by code unit: kana little, Chinese characters by their frequency. */
export function ideographWeights(table: GlossTable): Float32Array {
  const weights = new Float32Array(0x10000).fill(rareCharacterWeight);
  weights.fill(hiraganaWeight, 0x3040, 0x30a0);
  weights.fill(katakanaWeight, 0x30a0, 0x3100);
  const { chineseWords } = table;
  for (let key = 0; key < chineseWords.rows.length; key++) {
    if (keyLength(chineseWords, key) > 1) continue;
    weights[chineseWords.units[chineseWords.offsets[key]!]!] = rankWeight(chineseWords.rows[key]!);
  }
  return weights;
}
