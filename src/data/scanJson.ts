import { jsonFault, unicodeName } from './jsonFault.ts';
import type { JsonFault } from './jsonFault.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import { sentence } from './sentence.ts';

const ESCAPED = /["\\/bfnrt]/;
const FOUR_HEX_DIGITS = /[0-9a-fA-F]{4}/y;
const LITERAL = /(?:true|false|null)(?!\w)/y;
const SHORT_ESCAPES = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

/** Reads a string, number or literal that begins at `at`; returns where it ends, or what is wrong with it. */
export function scanScalar(text: string, at: number, expected: string): number | JsonFault {
  const char = text[at];
  if (char === '"') return scanString(text, at);
  if (char === '-' || isDigit(char)) return scanNumber(text, at);
  LITERAL.lastIndex = at;
  const literal = LITERAL.exec(text)?.[0];
  return literal === undefined ? jsonFault(text, at, expected) : at + literal.length;
}

/** Reads a string whose opening quote is at `from`. */
export function scanString(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char < ' ') return rawControl(text, at);
    if (char !== '\\') continue;
    at++;
    if (text[at] === 'u') {
      FOUR_HEX_DIGITS.lastIndex = at + 1;
      if (!FOUR_HEX_DIGITS.test(text)) {
        return { column: at, sentence: sentence(words.fourDigits) };
      }
      at += 4;
    } else if (at < text.length && !ESCAPED.test(text[at]!)) {
      return { column: at, sentence: sentence(words.knownEscape) };
    }
  }
  return jsonFault(text, text.length, sentence(words.closingQuote, from + 1));
}

function rawControl(text: string, at: number): JsonFault {
  const char = text[at]!;
  const escape = SHORT_ESCAPES.get(char) ?? `\\u00${hexByte(char)}`;
  return {
    column: at + 1,
    sentence: sentence(
      words.expectedFound,
      sentence(words.escaped, escape),
      sentence(words.rawCharacter, unicodeName(char.charCodeAt(0))),
    ),
  };
}

function hexByte(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(2, '0');
}

function scanNumber(text: string, from: number): number | JsonFault {
  let at = text[from] === '-' ? from + 1 : from;
  if (!isDigit(text[at])) return jsonFault(text, at, words.digitAfterMinus);
  if (text[at] === '0' && isDigit(text[at + 1])) {
    return jsonFault(text, at + 1, words.noLeadingZero);
  }
  at = skipDigits(text, at);
  if (text[at] === '.') {
    if (!isDigit(text[at + 1])) return jsonFault(text, at + 1, words.digitAfterPoint);
    at = skipDigits(text, at + 1);
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '+' || text[at + 1] === '-' ? 2 : 1;
    if (!isDigit(text[at])) return jsonFault(text, at, words.digitOfExponent);
    at = skipDigits(text, at);
  }
  return at;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text[at])) at++;
  return at;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Skips what JSON calls white space, which is less than what JavaScript does. */
export function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const char = text[at];
    if (char !== ' ' && char !== '\t' && char !== '\r' && char !== '\n') return at;
    at++;
  }
}
