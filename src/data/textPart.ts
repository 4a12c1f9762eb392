/** A piece of a view and where in the row it stands: one truth for what is measured and for what is reported. */
export interface TextPart {
  readonly text: string;
  /** Top-level key, or the dotted path that was chosen. */
  readonly field: string;
  /** The role of a turn, in the words of the file. */
  readonly role?: string;
}

export interface RowParts {
  readonly instruction: readonly TextPart[];
  readonly response: readonly TextPart[];
}

/** Turns of one conversation are parted by a blank line, fields that make one text (`instruction`, `input`) by a new line. */
export function joinParts(parts: readonly TextPart[]): string | undefined {
  const [first, ...more] = parts;
  if (first === undefined || more.length === 0) return first?.text;
  let joined = first.text;
  let field = first.field;
  for (const part of more) {
    joined += (part.field === field || part.role !== undefined ? '\n\n' : '\n') + part.text;
    field = part.field;
  }
  return joined;
}

/** White space alone counts as no text. */
export function hasText(value: string): boolean {
  return /\S/.test(value);
}

/** White space or a character beyond ASCII, which a text has and an identifier has not. */
export function isWordy(text: string): boolean {
  return /\s|[^\0-\x7f]/.test(text.trim());
}

export function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Strings as they are, numbers and truth values as JSON writes them: an `answer` may be `42`. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return hasText(value) ? value : undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
