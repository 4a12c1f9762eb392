import type { GlossTable } from './embeddingTable.ts';
import { keyLength, longestMatch } from './lexicon.ts';

/**
 * The dictionary words of a run of Chinese characters and kana, the longest first, as rows of the gloss vectors.
 * What is in no dictionary is passed over, kana endings and particles for the most part.
 * @param isJapanese whether the Japanese dictionary is looked into; the Chinese one then helps out where it knows a longer word
 */
export function segmentGlosses(
  table: GlossTable,
  text: string,
  start: number,
  end: number,
  isJapanese: boolean,
  found: (row: number) => void,
): void {
  const { chineseWords, japaneseWords } = table;
  for (let i = start; i < end;) {
    const chinese = longestMatch(chineseWords, text, i, end);
    const chineseLength = chinese < 0 ? 0 : keyLength(chineseWords, chinese);
    const japanese = isJapanese ? longestMatch(japaneseWords, text, i, end) : -1;
    const japaneseLength = japanese < 0 ? 0 : keyLength(japaneseWords, japanese);
    if (japaneseLength > 0 && japaneseLength >= chineseLength) {
      found(japaneseWords.rows[japanese]!);
    } else if (chineseLength > 0) {
      found(chineseWords.rows[chinese]!);
    }
    i += Math.max(japaneseLength, chineseLength, 1);
  }
}
