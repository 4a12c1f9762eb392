/** How the kinds of a row were found, those that a person or a model gave the row before those found in its text. */
export const MESO_SOURCES = ['tags', 'language-model', 'verb-noun', 'key-phrases'] as const;
export type MesoSource = (typeof MESO_SOURCES)[number];

/** One kind that a row has: a unit of a task. */
export interface KindOfRow {
  /** What is counted: lower case, dictionary forms. */
  readonly name: string;
  /** How the row writes it, where that differs from the name. */
  readonly form?: string;
  readonly verb?: string;
  readonly noun?: string;
  readonly source: MesoSource;
}
