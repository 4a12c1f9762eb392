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
  /** Stands between two parts of a view. */
  readonly separator: '\n' | '\n\n';
}

/** White space alone counts as no text. */
export function hasText(value: string): boolean {
  return /\S/.test(value);
}

/** Strings as they are, numbers and truth values as JSON writes them: an `answer` may be `42`. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return hasText(value) ? value : undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
