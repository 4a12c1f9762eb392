import type { InputPart } from './inputs/inputPart.ts';
import type { RowError } from './rowTypes.ts';

/** The lines of a file that gave no row. */
export interface BrokenLines {
  readonly rowErrorCount: number;
  /** The first of them, ascending: as many as a report lists. */
  readonly rowErrors: readonly RowError[];
  /** Of what the file is made, where it is no plain file of JSON lines. */
  readonly parts?: readonly InputPart[];
}
