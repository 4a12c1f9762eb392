import type { WordColumns } from '../text/wordColumns.ts';
import { hypergeometricDiversity } from './hypergeometricDiversity.ts';
import type { WordFigures } from './microLevel.ts';
import { movingAverageTypeTokenRatio } from './movingAverageTypeTokenRatio.ts';
import { ngramDiversity } from './ngramDiversity.ts';
import { selfRepetition } from './selfRepetition.ts';
import { textualLexicalDiversity } from './textualLexicalDiversity.ts';

/**
 * The figures of one field that are about words rather than byte-pair tokens. MATTR, MTLD and HD-D are over the words of
 * all rows, one row after the other in the order of the file, so that short rows count too; n-gram diversity and
 * self-repetition are over what stands between white space, as their reference programs have it.
 * @returns undefined where there is no word at all
 * O(words) time, some 500 ns per word. Deterministic.
 */
export function measureWords({ tokens, words, wordTypes }: WordColumns): WordFigures | undefined {
  if (words.values.length === 0) return undefined;
  const counts = new Uint32Array(wordTypes);
  for (let at = 0; at < words.values.length; at++) counts[words.values[at]!]!++;
  const figures = {
    mattr: movingAverageTypeTokenRatio(words.values, wordTypes),
    mtld: textualLexicalDiversity(words.values, wordTypes),
    hdD: hypergeometricDiversity(counts),
    ngramDiversity: ngramDiversity(tokens),
    selfRepetition: selfRepetition(tokens),
  };
  return {
    rows: tokens.offsets.length - 1,
    words: words.values.length,
    types: wordTypes,
    ...Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)),
  };
}
