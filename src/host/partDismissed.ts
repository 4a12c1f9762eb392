import type { FindingLines } from '../engine/findingLines.ts';
import type { FlagKind } from '../webview/protocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { dismissalKey, type Dismissal } from './dismissalFile.ts';

export interface PartedFlags {
  /** Flags that nobody dismissed. */
  readonly flags: readonly FlagEntry[];
  readonly dismissed: readonly FlagEntry[];
  /** Row errors and quality findings that nobody dismissed, listed or not. */
  readonly undismissed: FindingLines;
}

/**
 * Parts the flags that were dismissed from the others. A cluster is dismissed where every row of it is: a row that joins
 * it later brings it back.
 * @param hashOfLine the content hash of every flagged line, and of every line of the findings
 */
export function partDismissed(
  flags: readonly FlagEntry[],
  findings: FindingLines,
  dismissals: readonly Dismissal[],
  hashOfLine: ReadonlyMap<number, string>,
): PartedFlags {
  if (dismissals.length === 0) return { flags, dismissed: [], undismissed: findings };
  const keys = new Set(dismissals.map(dismissalKey));
  const isFine = (kind: FlagKind, line: number) =>
    keys.has(dismissalKey({ kind, row: hashOfLine.get(line) ?? '' }));
  const dismissed = new Set(
    flags.filter(({ kind, lines }) => lines.every((line) => isFine(kind, line))),
  );
  const { rowErrors, quality } = findings;
  return {
    flags: flags.filter((flag) => !dismissed.has(flag)),
    dismissed: [...dismissed],
    undismissed: {
      rowErrors: rowErrors.filter((line) => !isFine('row-error', line)),
      quality: quality.map(({ code, lines }) => ({
        code,
        lines: lines.filter((line) => !isFine('quality', line)),
      })),
    },
  };
}
