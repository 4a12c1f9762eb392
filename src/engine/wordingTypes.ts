export interface LanguageShare {
  /** BCP 47; `zxx` for rows without letters, `zxx-x-code` for program text, `und` where it could not be told. */
  readonly language: string;
  /** Rows looked at that are in it. */
  readonly rows: number;
  /** Of the rows looked at, 0–1. */
  readonly share: number;
}

export interface RecurringWording {
  /** Rows that were searched and have a text. */
  readonly rows: number;
  /** Fewest rows that make wording recurring. */
  readonly minRows: number;
  /** All that were found. */
  readonly found: number;
  /** Those that take up most text, rows times length, at most 50. */
  readonly list: readonly RecurringText[];
}

/**
 * A phrase of about four words or more that recurs, extended as long as nearly all of its rows have
 * it, without parts of words at its ends.
 */
export interface RecurringText {
  /** As its first row writes it, at most 500 UTF-16 units. */
  readonly text: string;
  readonly rows: number;
  /** Of the rows searched, 0–1. */
  readonly share: number;
  /** The first lines that have it, ascending, at most 5. */
  readonly lines: readonly number[];
}
