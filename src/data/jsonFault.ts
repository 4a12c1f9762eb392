import { englishRowFaultWords as words } from './rowFaultWords.ts';
import { sentence, type Sentence } from './sentence.ts';

export interface JsonFault {
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** What was expected and what was found. */
  readonly sentence: Sentence;
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const LONGEST_WORD = 20;

/** @param expected in words of `englishRowFaultWords` */
export function jsonFault(text: string, at: number, expected: string | Sentence): JsonFault {
  const wanted = typeof expected === 'string' ? sentence(expected) : expected;
  return {
    column: at + 1,
    sentence: sentence(words.expectedFound, wanted, describeFound(text, at)),
  };
}

function describeFound(text: string, at: number): string | Sentence {
  const codePoint = text.codePointAt(at);
  if (codePoint === undefined) return sentence(words.endOfLine);
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    return quoted(word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word);
  }
  const char = String.fromCodePoint(codePoint);
  if (char === '"') return sentence(words.aString);
  if (char === "'") return sentence(words.aSingleQuote);
  return /[\p{C}\p{Z}]/u.test(char) ? unicodeName(codePoint) : quoted(char);
}

const quoted = (text: string): Sentence => sentence(words.quoted, text);

/** `U+000A` for a line feed. */
export function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
