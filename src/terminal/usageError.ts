import { say, sentence, type Sentence } from '../data/sentence.ts';
import { englishUsageWords, type UsageWord } from './usageWords.ts';

/** Bad usage: the message is one clear English sentence, which can be said in another language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly sentence: Sentence;
  /** @param values for `{0}`, `{1}`, … */
  constructor(word: UsageWord, ...values: readonly (string | number | Sentence)[]) {
    const said = sentence(englishUsageWords[word], ...values);
    super(say(said));
    this.sentence = said;
  }
}
