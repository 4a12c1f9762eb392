import type { Sentence } from './sentence.ts';

/**
 * The shapes of rows that Strata knows, most specific first. `fields` is the fallback: the longest string fields of the
 * file; `own-fields` the fallback's fallback: those of the row, where it has none of the file's.
 */
export const SHAPE_IDS = [
  'preference-conversations',
  'preference-messages',
  'preference',
  'kto-messages',
  'kto',
  'messages',
  'conversations',
  'self-instruct',
  'alpaca',
  'prompt-completion',
  'question-answer',
  'completions',
  'turns',
  'sentence-pair',
  'transcript',
  'text-output',
  'labelled-text',
  'text',
  'fields',
  'own-fields',
] as const;

export type ShapeId = (typeof SHAPE_IDS)[number];
/** A shape that a row's keys tell. */
export type KnownShape = Exclude<ShapeId, 'fields' | 'own-fields'>;

/** Why a line gave no row. The rest of the file goes on. */
export type RowErrorCode =
  | 'invalid-json'
  | 'not-an-object'
  | 'invalid-utf8'
  | 'no-text'
  | 'line-too-long'
  | 'wrong-cells'
  | 'broken-quotes';

/** What is odd about a row that is used all the same. */
export type RowWarningCode = 'duplicate-key' | 'lone-surrogate' | 'no-embedding';

export interface RowError {
  /** 1-based line in the file. */
  readonly line: number;
  /** 1-based column in UTF-16 units, as the editor counts; undefined where the whole line is meant. */
  readonly column?: number;
  readonly code: RowErrorCode;
  /** One English sentence: what was found and what was expected. */
  readonly message: string;
  /** The same in parts, by which it is said in another language. */
  readonly sentence: Sentence;
}

export interface RowWarning {
  readonly line: number;
  readonly code: RowWarningCode;
  readonly message: string;
}

/** Which fields the person named; a dotted path reaches into objects and arrays (`instances.0.output`). */
export interface FieldSelection {
  readonly instruction?: string;
  readonly response?: string;
  readonly tags?: string;
  /** The row's own embedding: an array of numbers. */
  readonly embedding?: string;
}

export const FIELD_NAMES = ['instruction', 'response'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What Strata reads in one row. A view that the row lacks is absent; an empty string counts as absent. */
export interface TextViews {
  readonly shape: ShapeId;
  readonly instruction?: string;
  readonly response?: string;
  readonly tags: readonly string[];
}
