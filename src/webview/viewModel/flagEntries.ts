import type { RowError } from '../../data/rowTypes.ts';
import type { OffDistributionRow, Report } from '../../engine/report.ts';
import type { FlagKind } from '../protocol.ts';

/** One flag of a report: what the table, the decorations and the stepping commands are made of. */
export interface FlagEntry {
  /** Stable within one report. */
  readonly id: string;
  readonly kind: FlagKind;
  /** 1-based; the first line of a cluster. */
  readonly line: number;
  /** All lines of the cluster, ascending; the line itself where there is no cluster. */
  readonly lines: readonly number[];
  /**
   * For ranking, 0–1: a broken line 1; a duplicate cluster the share of its rows that repeat others, times its lowest
   * similarity; an off-distribution row the decades that its score is below 1, 1 from a millionth on.
   */
  readonly severity: number;
  readonly similarity?: number;
  readonly score?: number;
  readonly cause:
    | { readonly kind: 'exact-duplicate' | 'near-duplicate' }
    | { readonly kind: 'off-distribution'; readonly row: OffDistributionRow }
    | { readonly kind: 'row-error'; readonly error: RowError };
}

const SCORE_DECADES = 6;

/** All flags of a report, by kind and then in the report's order. O(flags). */
export function flagEntries(report: Report): FlagEntry[] {
  return [
    ...report.nearDuplicates.exactClusters.map(({ lines }, index) =>
      clusterEntry('exact-duplicate', index, lines),
    ),
    ...report.nearDuplicates.fuzzyClusters.map(({ lines, similarity }, index) =>
      clusterEntry('near-duplicate', index, lines, similarity),
    ),
    ...report.offDistribution.map((row, index): FlagEntry => ({
      id: `off-distribution-${index}`,
      kind: 'off-distribution',
      line: row.line,
      lines: [row.line],
      severity: Math.min(1, -Math.log10(row.score) / SCORE_DECADES),
      score: row.score,
      cause: { kind: 'off-distribution', row },
    })),
    ...report.file.rowErrors.map((error, index): FlagEntry => ({
      id: `row-error-${index}`,
      kind: 'row-error',
      line: error.line,
      lines: [error.line],
      severity: 1,
      cause: { kind: 'row-error', error },
    })),
  ];
}

function clusterEntry(
  kind: 'exact-duplicate' | 'near-duplicate',
  index: number,
  lines: readonly number[],
  similarity?: number,
): FlagEntry {
  const repeated = 1 - 1 / Math.max(1, lines.length);
  return {
    id: `${kind}-${index}`,
    kind,
    line: lines[0] ?? 1,
    lines,
    severity: repeated * (similarity ?? 1),
    ...(similarity !== undefined && { similarity }),
    cause: { kind },
  };
}
