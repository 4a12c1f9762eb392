import { exactGroups } from '../metrics/flags/exactGroups.ts';
import { keptRow } from '../metrics/flags/keptRow.ts';
import { rowClusters, type RowCluster } from '../metrics/flags/rowClusters.ts';
import { semanticPrecision } from '../metrics/flags/semanticPrecision.ts';
import type { DuplicateEvidence } from './duplicateEvidence.ts';
import type {
  ExactCluster,
  FuzzyCluster,
  InspectSettings,
  KeepRule,
  KeptLine,
  NearDuplicates,
  PreferencePairs,
  SemanticDuplicates,
} from './report.ts';

export type DuplicateClusters = Pick<
  NearDuplicates,
  'rows' | 'exactClusters' | 'fuzzyClusters' | 'semantic' | 'preferencePairs'
>;

/**
 * The clusters of near-duplicates at the thresholds of the settings, from the pairs that an inspection kept: fast enough
 * to follow a slider.
 * @throws RangeError if a threshold is below the floor of the pairs that were kept
 */
export function nearDuplicatesAt(
  evidence: DuplicateEvidence,
  settings: InspectSettings,
): DuplicateClusters {
  const { equalTexts, fuzzy, fuzzyFloor } = evidence;
  const threshold = settings.nearDuplicateThreshold;
  if (threshold < fuzzyFloor) {
    throw new RangeError(`got threshold ${threshold}, expected ${fuzzyFloor} or more`);
  }
  const groups = exactGroups(equalTexts);
  const clusters = rowClusters(
    equalTexts.length,
    groups,
    fuzzy,
    (pair) => fuzzy.similarity[pair]! >= threshold,
  );
  return {
    rows: countRows(equalTexts.length, [...groups, ...clusters.map(({ rows }) => rows)]),
    exactClusters: largestFirst(groups).map((rows) => exactCluster(rows, evidence, settings.keep)),
    fuzzyClusters: clusters.map((cluster) => fuzzyCluster(cluster, evidence, settings.keep)),
    semantic: semanticDuplicates(groups, evidence, settings),
    ...(evidence.preferences.rows.length > 0 && {
      preferencePairs: preferencePairs(evidence, threshold),
    }),
  };
}

/** Pairs near in meaning that the wording does not tell already. */
function semanticDuplicates(
  groups: readonly (readonly number[])[],
  evidence: DuplicateEvidence,
  { semanticThreshold: threshold, nearDuplicateThreshold, keep }: InspectSettings,
): SemanticDuplicates {
  const { equalTexts, semantic, semanticFloor: floor, embedder } = evidence;
  if (threshold < floor) {
    throw new RangeError(`got semantic threshold ${threshold}, expected ${floor} or more`);
  }
  const clusters = rowClusters(
    equalTexts.length,
    groups,
    semantic,
    (pair) =>
      semantic.similarity[pair]! >= threshold && semantic.jaccard[pair]! < nearDuplicateThreshold,
  );
  const expectedPrecision = semanticPrecision(threshold, embedder);
  return {
    threshold,
    floor,
    ...(expectedPrecision !== undefined && { expectedPrecision }),
    rows: countRows(
      equalTexts.length,
      clusters.map(({ rows }) => rows),
    ),
    clusters: clusters.map((cluster) => fuzzyCluster(cluster, evidence, keep)),
  };
}

function preferencePairs(evidence: DuplicateEvidence, threshold: number): PreferencePairs {
  const { rows, similarity } = evidence.preferences;
  return {
    pairs: rows.length,
    alike: Array.from(rows, (row, at) => ({
      line: lineOf(row, evidence),
      similarity: similarity[at]!,
    })).filter((pair) => pair.similarity >= threshold),
    contradictions: evidence.contradictions.map(({ row, rejectedIn, sameInstruction }) => ({
      line: lineOf(row, evidence),
      rejectedInLine: lineOf(rejectedIn, evidence),
      sameInstruction,
    })),
  };
}

function countRows(rows: number, clusters: readonly (readonly number[])[]): number {
  const members = new Uint8Array(rows);
  for (const cluster of clusters) for (const row of cluster) members[row] = 1;
  return members.reduce((sum, isMember) => sum + isMember, 0);
}

function exactCluster(
  rows: readonly number[],
  evidence: DuplicateEvidence,
  keep: KeepRule,
): ExactCluster {
  return { lines: linesOf(rows, evidence), kept: keptLine(rows, evidence, keep) };
}

function fuzzyCluster(
  { rows, similarity, meanSimilarity, pairs }: RowCluster,
  evidence: DuplicateEvidence,
  keep: KeepRule,
): FuzzyCluster {
  const sameField = fieldInCommon(rows, evidence);
  return {
    lines: linesOf(rows, evidence),
    kept: keptLine(rows, evidence, keep),
    ...(sameField && { sameField }),
    similarity,
    meanSimilarity,
    pairs: pairs.map((pair) => ({
      lines: [lineOf(pair.rows[0], evidence), lineOf(pair.rows[1], evidence)],
      similarity: pair.similarity,
    })),
  };
}

function keptLine(
  rows: readonly number[],
  evidence: DuplicateEvidence,
  { by }: KeepRule,
): KeptLine {
  const { row, because } = keptRow(rows, evidence.keepValues);
  return { line: lineOf(row, evidence), because: because === 'value' ? by : 'first' };
}

function fieldInCommon(
  rows: readonly number[],
  { equalInstructions, equalResponses }: DuplicateEvidence,
): FuzzyCluster['sameField'] {
  const isSame = (texts: Int32Array) =>
    texts[rows[0]!]! >= 0 && rows.every((row) => texts[row] === texts[rows[0]!]);
  const instruction = isSame(equalInstructions);
  const response = isSame(equalResponses);
  if (instruction === response) return undefined;
  return instruction ? 'instruction' : 'response';
}

function lineOf(row: number, { rowLines }: DuplicateEvidence): number {
  return rowLines[row]! + 1;
}

function linesOf(rows: readonly number[], evidence: DuplicateEvidence): number[] {
  return rows.map((row) => lineOf(row, evidence));
}

function largestFirst(groups: readonly (readonly number[])[]): (readonly number[])[] {
  return groups.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
}
