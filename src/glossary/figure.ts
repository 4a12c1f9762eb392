import type { SourceId } from './sources.ts';

/** What is said of a figure, or of a finding, wherever a person meets it. */
export interface Words {
  readonly label: string;
  readonly means: string;
  readonly meansNot: string;
  readonly whatToDo: string;
}

/** A figure with everything that is said of it, in English. */
export interface Figure extends Words {
  /** What values it takes, and when it is undefined. */
  readonly range: string;
  /** In mathematical signs and as few words as possible. */
  readonly formula: string;
  /** What it follows; none for Strata's own. */
  readonly sources: readonly SourceId[];
  /** Where it is in the report; `*` stands for any one key. None for what is measured only for the panel. */
  readonly paths: readonly string[];
}

/** What is said of a figure in a person's language. */
export interface FigureWords extends Words {
  readonly range: string;
  readonly formula: string;
  readonly source: string;
}
