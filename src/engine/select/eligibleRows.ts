import type { LineRange } from '../chunks.ts';
import { planCleanCopy, type DroppableFlag } from '../planCleanCopy.ts';
import type { DropReason } from './selection.ts';

export interface EligibleRows {
  /** Rows that are chosen in any case, ascending. */
  readonly kept: Uint32Array;
  /** The others that may be chosen, ascending. */
  readonly candidates: Uint32Array;
  readonly excluded: readonly { readonly reason: DropReason; readonly rows: number }[];
}

export interface Exclusions {
  readonly keep: readonly LineRange[];
  readonly drop: readonly LineRange[];
  /** Clusters of near-duplicates; of each one row may be chosen. */
  readonly clusters: readonly { readonly lines: readonly number[]; readonly keptLine: number }[];
  readonly lowQuality: ReadonlySet<number>;
  /** Rows of which is known what the strategy asks for, ascending. */
  readonly known: Uint32Array;
}

/**
 * Which rows may be chosen. What a person wants kept stays, whatever else is said of it, and stands for its near-duplicates.
 * @param rowLines 0-based line of each row, ascending
 * O(lines of the file and the ranges + lines of the clusters · log).
 */
export function eligibleRows(
  rowLines: Uint32Array,
  { keep, drop, clusters, lowQuality, known }: Exclusions,
): EligibleRows {
  const isKept = rowsIn(rowLines, keep);
  const keptLines = new Set<number>();
  isKept.forEach((is, row) => {
    if (is) keptLines.add(rowLines[row]! + 1);
  });
  const isDropped = rowsIn(rowLines, drop);
  const linesWhere = (is: (row: number) => boolean) =>
    Array.from(rowLines.keys())
      .filter((row) => is(row) && !isKept[row])
      .map((row) => rowLines[row]! + 1);
  const flags: DroppableFlag[] = [
    { kind: 'dropped-line', lines: linesWhere((row) => isDropped[row] === 1) },
    { kind: 'quality', lines: linesWhere((row) => lowQuality.has(row)) },
    ...clusters.map(({ lines, keptLine }) => ({
      kind: 'near-duplicate',
      lines,
      keptLine: lines.find((line) => keptLines.has(line)) ?? keptLine,
    })),
  ];
  const reasons = new Map(planCleanCopy(flags).map(({ line, reason }) => [line, reason]));
  const isKnown = new Uint8Array(rowLines.length);
  for (const row of known) isKnown[row] = 1;
  const counts = new Map<string, number>();
  const candidates = Uint32Array.from(rowLines.keys()).filter((row) => {
    if (isKept[row] === 1) return false;
    const reason =
      reasons.get(rowLines[row]! + 1) ?? (isKnown[row] === 1 ? undefined : 'not-measured');
    if (reason === undefined) return true;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return false;
  });
  return {
    kept: Uint32Array.from(isKept.keys()).filter((row) => isKept[row] === 1),
    candidates,
    excluded: [...counts].map(([reason, rows]) => ({ reason: reason as DropReason, rows })),
  };
}

/** 1 for each row whose line is in one of the ranges. O(lines of the file + lines of the ranges). */
function rowsIn(rowLines: Uint32Array, ranges: readonly LineRange[]): Uint8Array {
  const isIn = new Uint8Array((rowLines.at(-1) ?? -1) + 1);
  for (const { fromLine, toLine } of ranges) isIn.fill(1, fromLine, toLine);
  return Uint8Array.from(rowLines, (line) => isIn[line]!);
}
