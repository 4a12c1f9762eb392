import { dictionaryWords } from './dictionaryWords.ts';
import { WITHOUT_SPACES } from './scriptsWithoutSpaces.ts';

/**
 * Letters and digits with their marks, and the apostrophes among them: `it's` is one word, `well-known` two. A mark that
 * follows no letter or digit, as in an emoji, begins none.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** What is left of an English contraction that was cut, as in `it 's` and `do n't`: no word by itself. */
const CUT_OFF = /(?<![\p{L}\p{M}\p{N}])(?:'(?:s|d|m|ll|re|ve|t)|n't)(?![\p{L}\p{M}\p{N}'])/gu;

/**
 * Reads the words of texts as a person would name them: compatibility forms and case folded away, contractions whole, scripts
 * without spaces (Han, kana, Thai, …) cut by `dictionaryWords`.
 * @returns a function of a text, whose words it gives in order, each as often as it stands there
 * O(length).
 */
export function plainWords(): (text: string) => string[] {
  const wordsOf = dictionaryWords();
  return (text) => {
    const folded = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(CUT_OFF, ' ');
    const runs = folded.match(WORD) ?? [];
    if (!WITHOUT_SPACES.test(folded)) return runs;
    return runs.flatMap((run) => (WITHOUT_SPACES.test(run) ? wordsOf(run) : [run]));
  };
}
