import type { TerminalContext } from './terminalContext.ts';
import type { UsagePart } from './usage.ts';

/** A word after `strata`, with everything that belongs to it. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands: the key of its translation. */
  readonly summary: string;
  /** What `strata NAME --help` prints. */
  readonly usage: readonly UsagePart[];
  /**
   * @param words the words after the name
   * @returns the exit status
   * @throws UsageError when the words do not fit, AnalysisError when the work cannot be done
   */
  readonly run: (words: readonly string[], context: TerminalContext) => Promise<number>;
}
