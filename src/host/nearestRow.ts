import type { Report } from '../engine/report.ts';

/** The row that a flagged row is most like, by the report's own evidence; undefined where it names none. @param line 1-based */
export function nearestRow(
  { nearDuplicates, offDistribution }: Report,
  line: number,
): number | undefined {
  for (const { lines } of nearDuplicates.exactClusters) {
    if (lines.includes(line)) return lines.find((other) => other !== line);
  }
  const clusters = [...nearDuplicates.fuzzyClusters, ...nearDuplicates.semantic.clusters];
  for (const { lines, pairs } of clusters) {
    if (!lines.includes(line)) continue;
    // Most similar pairs come first; a copy of a member may be in none of them.
    const pair = pairs.find((each) => each.lines.includes(line));
    return (pair?.lines ?? lines).find((other) => other !== line);
  }
  const contained = nearDuplicates.contained.rows.find((row) => row.line === line);
  if (contained) return contained.inLine;
  for (const row of offDistribution) {
    if (row.line !== line) continue;
    for (const reason of row.evidence) if ('nearestLine' in reason) return reason.nearestLine;
  }
  return undefined;
}
