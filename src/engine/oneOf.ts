import { sentence, type Sentence } from '../data/sentence.ts';
import { englishSettingWords } from './settingWords.ts';

/** What may be chosen: `a, b or c`. @param choices two or more */
export const oneOf = (choices: readonly string[]): Sentence =>
  sentence(englishSettingWords.oneOf, choices.slice(0, -1).join(', '), choices.at(-1) ?? '');
