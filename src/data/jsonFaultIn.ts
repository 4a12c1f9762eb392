import { diagnoseJson } from './diagnoseJson.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import { sentence, type Sentence } from './sentence.ts';

/** Where and why a text of several lines is not JSON; line and column are 1-based. */
export function jsonFaultIn(text: string): {
  readonly line: number;
  readonly column: number;
  readonly sentence: Sentence;
} {
  const { column, sentence: said } = diagnoseJson(text) ?? {
    column: 1,
    sentence: sentence(words.expectedFound, sentence(words.object), sentence(words.unparsed)),
  };
  const before = text.slice(0, column - 1).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, sentence: said };
}
