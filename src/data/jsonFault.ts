export interface JsonFault {
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** One English sentence: what was expected and what was found. */
  readonly message: string;
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const LONGEST_WORD = 20;

export function jsonFault(text: string, at: number, expected: string): JsonFault {
  return { column: at + 1, message: `Expected ${expected}, found ${describeFound(text, at)}.` };
}

function describeFound(text: string, at: number): string {
  const codePoint = text.codePointAt(at);
  if (codePoint === undefined) return 'end of line';
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    return word.length > LONGEST_WORD ? `'${word.slice(0, LONGEST_WORD)}…'` : `'${word}'`;
  }
  const char = String.fromCodePoint(codePoint);
  if (char === '"') return 'a string';
  if (char === "'") return 'a single quote';
  return /[\p{C}\p{Z}]/u.test(char) ? unicodeName(codePoint) : `'${char}'`;
}

/** `U+000A` for a line feed. */
export function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
