import { lowerBound, upperBound } from '../metrics/stats/bounds.ts';
import type { FlagKind } from '../webview/protocol.ts';
import { distinctLines } from '../webview/viewModel/distinctLines.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { mostSevereFirst } from '../webview/viewModel/mostSevereFirst.ts';

/** The flags of a report by line. */
export interface FlaggedLines {
  /** Lines with any flag. */
  readonly count: number;
  /** The flags of a 1-based line, most severe first. */
  at(line: number): readonly FlagEntry[];
  /** The nearest flagged line after this one, from the top again at the end; undefined where nothing is flagged. */
  after(line: number): number | undefined;
  before(line: number): number | undefined;
  /** The same among the flags of one kind. */
  ofKind(kind: FlagKind): FlaggedLines;
  /** The worst flags that pass, one per line, at most `limit` of them. */
  worst(
    limit: number,
    passes?: (flag: FlagEntry) => boolean,
  ): readonly { readonly line: number; readonly flag: FlagEntry }[];
}

/** Lines of one cluster among the worst: enough to see it, few enough to leave room for the others. */
const WORST_PER_CLUSTER = 50;

export function createFlaggedLines(flags: readonly FlagEntry[]): FlaggedLines {
  const lines = distinctLines(flags.map((flag) => flag.lines));
  let bySeverity: readonly FlagEntry[] | undefined;
  return {
    count: lines.length,
    // A person asks for one line at a time: looking through all flags takes less than keeping them by line.
    at: (line) =>
      lines[lowerBound(lines, line)] === line
        ? flags.filter((flag) => flag.lines.includes(line)).sort(mostSevereFirst)
        : [],
    ofKind: (kind) => createFlaggedLines(flags.filter((flag) => flag.kind === kind)),
    after: (line) => lines[upperBound(lines, line)] ?? lines[0],
    before: (line) => lines[lowerBound(lines, line) - 1] ?? lines.at(-1),
    worst(limit, passes = () => true) {
      bySeverity ??= flags.toSorted(mostSevereFirst);
      const worst = new Map<number, FlagEntry>();
      for (const flag of bySeverity) {
        if (worst.size >= limit) break;
        if (!passes(flag)) continue;
        for (const line of flag.lines.slice(0, WORST_PER_CLUSTER)) {
          if (worst.size < limit && !worst.has(line)) worst.set(line, flag);
        }
      }
      return Array.from(worst, ([line, flag]) => ({ line, flag }));
    },
  };
}
