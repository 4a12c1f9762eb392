/** How the kinds of a row were found. */
export type MesoSource = 'tags' | 'verb-noun' | 'key-phrases';

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
