/** The parts in the order in which they are shown; a flag is no figure and has no formula. */
export interface Explanation {
  readonly means: string;
  readonly range?: string;
  readonly meansNot: string;
  readonly whatToDo: string;
  readonly formula?: string;
  readonly source?: string;
}

/** A figure with what the glossary says of it. */
export interface ExplainedFigure {
  readonly label: string;
  readonly explanation: Explanation;
}
