import type { Report } from '../engine/report.ts';

type NearestRows = ReadonlyMap<number, number>;

const known = new WeakMap<Report, NearestRows>();

/** The row that a flagged row is most like, by the report's own evidence; undefined where it names none. @param line 1-based */
export function nearestRow(report: Report, line: number): number | undefined {
  let rows = known.get(report);
  if (!rows) {
    rows = nearestRows(report);
    known.set(report, rows);
  }
  return rows.get(line);
}

/** The strongest evidence comes first and stands: copies, near-duplicates, rows of one meaning, contained rows, strangers. */
function nearestRows({ nearDuplicates, offDistribution }: Report): NearestRows {
  const rows = new Map<number, number>();
  const set = (line: number, other: number | undefined) => {
    if (other !== undefined && other !== line && !rows.has(line)) rows.set(line, other);
  };
  const setAll = (lines: readonly number[]) => {
    const [first, second] = lines;
    for (const line of lines) set(line, line === first ? second : first);
  };
  for (const { lines } of nearDuplicates.exactClusters) setAll(lines);
  for (const { lines, pairs } of [
    ...nearDuplicates.fuzzyClusters,
    ...nearDuplicates.semantic.clusters,
  ]) {
    // Most similar pairs come first; a copy of a member may be in none of them.
    for (const { lines: pair } of pairs) {
      set(pair[0], pair[1]);
      set(pair[1], pair[0]);
    }
    setAll(lines);
  }
  for (const { line, inLine } of nearDuplicates.contained.rows) set(line, inLine);
  for (const { line, rejectedInLine } of nearDuplicates.preferencePairs?.contradictions ?? []) {
    set(line, rejectedInLine);
  }
  for (const { line, evidence } of offDistribution) {
    for (const reason of evidence) if ('nearestLine' in reason) set(line, reason.nearestLine);
  }
  return rows;
}
