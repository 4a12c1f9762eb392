import type { RowError } from '../../data/rowTypes.ts';
import type {
  FuzzyCluster,
  KeptLine,
  OffDistributionRow,
  QualityFinding,
  Report,
  TemplateFamilyOfRows,
} from '../../engine/report.ts';
import type { FlagKind } from '../protocol.ts';
import { byWeight } from './byWeight.ts';

/** One flag of a report: what the table, the decorations and the stepping commands are made of. */
export interface FlagEntry {
  /** Stable within one report; of a cluster also from one threshold to another, where it stays the same. */
  readonly id: string;
  readonly kind: FlagKind;
  /** 1-based; the first line of a cluster. */
  readonly line: number;
  /** All lines of the cluster, ascending; the line itself where there is no cluster. */
  readonly lines: readonly number[];
  /**
   * For ranking, 0–1: a broken line 1; a duplicate cluster the share of its rows that repeat others, times its lowest
   * similarity, half of that for duplicates in meaning; a template family a quarter of that share; alike answers of a
   * preference pair half of their similarity, a chosen answer that is rejected elsewhere 0.9, 0.3 to another
   * instruction; a contained row a third of its share; an off-distribution row the decades that its score is below 1, 1
   * from a millionth on; a row with quality findings a half, or a tenth where all are of low weight.
   */
  readonly severity: number;
  readonly similarity?: number;
  readonly score?: number;
  readonly cause:
    | ({ readonly kind: ClusterKind } & ClusterCause)
    | { readonly kind: 'template'; readonly family: TemplateFamilyOfRows }
    | { readonly kind: 'alike-answers' }
    | { readonly kind: 'contradiction'; readonly inLine: number; readonly sameInstruction: boolean }
    | { readonly kind: 'contained'; readonly inLine: number; readonly containment: number }
    | { readonly kind: 'off-distribution'; readonly row: OffDistributionRow }
    | { readonly kind: 'quality'; readonly findings: readonly FindingOfRow[] }
    | { readonly kind: 'row-error'; readonly error: RowError };
}

/** What one row shows of a kind of quality finding. */
export interface FindingOfRow extends Pick<QualityFinding, 'code' | 'weight'> {
  readonly excerpt?: string;
}

const SCORE_DECADES = 6;
type ClusterKind = 'exact-duplicate' | 'near-duplicate' | 'semantic-duplicate';

export interface ClusterCause {
  /** The line that would stay. */
  readonly kept: KeptLine;
  /** The field that is equal in all rows while the other is not. */
  readonly sameField?: FuzzyCluster['sameField'];
}

const SEMANTIC_SHARE = 0.5;
const TEMPLATE_SHARE = 0.25;
const ALIKE_ANSWERS_SHARE = 0.5;
const CONTRADICTION_SEVERITY = 0.9;
const DISTANT_CONTRADICTION_SEVERITY = 0.3;
const CONTAINED_SEVERITY = 1 / 3;
const QUALITY_SEVERITIES = { high: 0.5, low: 0.1 };

/** All flags of a report, by kind and then in the report's order. O(flags). */
export function flagEntries(report: Report): FlagEntry[] {
  const { nearDuplicates } = report;
  return [
    ...nearDuplicates.exactClusters.map((cluster) => clusterEntry('exact-duplicate', cluster)),
    ...nearDuplicates.fuzzyClusters.map((cluster) => clusterEntry('near-duplicate', cluster)),
    ...nearDuplicates.contained.rows.map(({ line, inLine, containment }, index): FlagEntry => ({
      id: `contained-${index}`,
      kind: 'contained',
      line,
      lines: [line],
      severity: CONTAINED_SEVERITY * containment,
      similarity: containment,
      cause: { kind: 'contained', inLine, containment },
    })),
    ...nearDuplicates.semantic.clusters.map((cluster) =>
      clusterEntry('semantic-duplicate', cluster),
    ),
    ...nearDuplicates.templates.families.map((family, index): FlagEntry => ({
      id: `template-${index}`,
      kind: 'template',
      line: family.lines[0] ?? 1,
      lines: family.lines,
      severity: TEMPLATE_SHARE * repeatedShare(family.lines),
      cause: { kind: 'template', family },
    })),
    ...(nearDuplicates.preferencePairs?.alike ?? []).map(
      ({ line, similarity }, index): FlagEntry => ({
        id: `alike-answers-${index}`,
        kind: 'preference-pair',
        line,
        lines: [line],
        severity: ALIKE_ANSWERS_SHARE * similarity,
        similarity,
        cause: { kind: 'alike-answers' },
      }),
    ),
    ...(nearDuplicates.preferencePairs?.contradictions ?? []).map(
      ({ line, rejectedInLine, sameInstruction }, index): FlagEntry => ({
        id: `contradiction-${index}`,
        kind: 'preference-pair',
        line,
        lines: [line],
        severity: sameInstruction ? CONTRADICTION_SEVERITY : DISTANT_CONTRADICTION_SEVERITY,
        cause: { kind: 'contradiction', inLine: rejectedInLine, sameInstruction },
      }),
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
    ...qualityEntries(report.quality),
    ...rowErrorEntries(report.file.rowErrors),
  ];
}

export function rowErrorEntries(errors: readonly RowError[]): FlagEntry[] {
  return errors.map((error, index) => ({
    id: `row-error-${index}`,
    kind: 'row-error',
    line: error.line,
    lines: [error.line],
    severity: 1,
    cause: { kind: 'row-error', error },
  }));
}

function clusterEntry(
  kind: ClusterKind,
  cluster: ClusterCause & { readonly lines: readonly number[]; readonly similarity?: number },
): FlagEntry {
  const { lines, similarity, kept, sameField } = cluster;
  const [line = 1] = lines;
  return {
    id: `${kind}-${line}-${lines.length}`,
    kind,
    line,
    lines,
    severity:
      repeatedShare(lines) *
      (similarity ?? 1) *
      (kind === 'semantic-duplicate' ? SEMANTIC_SHARE : 1),
    ...(similarity !== undefined && { similarity }),
    cause: { kind, kept, ...(sameField && { sameField }) },
  };
}

/** One entry for each row, its findings of high weight first. */
function qualityEntries(quality: Report['quality']): FlagEntry[] {
  const byLine = new Map<number, FindingOfRow[]>();
  for (const { code, weight, places } of byWeight(quality)) {
    for (const { line, ...found } of places) {
      const known = byLine.get(line);
      const finding = { code, weight, ...found };
      if (known) known.push(finding);
      else byLine.set(line, [finding]);
    }
  }
  const lines = [...byLine].sort(([a], [b]) => a - b);
  return lines.map(([line, findings], index) => ({
    id: `quality-${index}`,
    kind: 'quality',
    line,
    lines: [line],
    severity: Math.max(...findings.map(({ weight }) => QUALITY_SEVERITIES[weight])),
    cause: { kind: 'quality', findings },
  }));
}

function repeatedShare(lines: readonly number[]): number {
  return 1 - 1 / Math.max(1, lines.length);
}
