import type { Uncompared } from '../../engine/compare/comparison.ts';
import type { CompareWords } from './compareWords.ts';

/** Why something was not compared, in the person's language. */
export const whyUncompared = ({ uncompared }: Uncompared, words: CompareWords): string =>
  words[`uncompared.${uncompared.code}`];
