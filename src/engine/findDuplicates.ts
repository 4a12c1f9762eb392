import { contradictions } from '../metrics/flags/contradictions.ts';
import type { ContainedRows } from '../metrics/flags/containedRows.ts';
import { fieldRepeats } from '../metrics/flags/fieldRepeats.ts';
import { firstEqualRows } from '../metrics/flags/firstEqualRows.ts';
import type { DuplicateEvidence } from './duplicateEvidence.ts';
import type { Features } from './extractFeatures.ts';
import { findSemanticPairs } from './findSemanticPairs.ts';
import { nearDuplicatesAt } from './nearDuplicatesAt.ts';
import type {
  Contained,
  FieldRepeats,
  InspectSettings,
  NearDuplicates,
  Templates,
} from './report.ts';
import type { RowLengths } from './rowLengths.ts';
import type { RowsToFlag } from './rowsToFlag.ts';
import type { NearestRows } from './searchNeighbours.ts';
import type { TaskPool } from './taskPool.ts';
import { CONTAINMENT, type JoinDuplicatesResult } from './tasks/joinDuplicates.ts';

const REPEATS_LISTED = 20;
const REPEATED_LINES = 50;

/** What the rows of a file have in common in their wording. */
export function joinDuplicates(
  pool: TaskPool,
  features: Features,
  settings: InspectSettings,
): Promise<JoinDuplicatesResult> {
  return pool.run('joinDuplicates', {
    shingles: features.shingles,
    hashes: features.hashes[settings.nearDuplicateScope],
    threshold: settings.nearDuplicateThreshold,
  });
}

/** What is waited for: what is found of the rows' wording, and their nearest rows in meaning. */
export interface AwaitedRows {
  readonly joined: Promise<JoinDuplicatesResult>;
  readonly templates: Promise<Templates>;
  readonly nearest: Promise<NearestRows>;
}

/**
 * Exact and near-duplicate rows, told by their lines, and what their clusters are made of.
 * @param found what joinDuplicates, findTemplates and searchNeighbours (of the whole rows) give
 */
export async function findDuplicates(
  pool: TaskPool,
  rows: RowsToFlag,
  found: AwaitedRows,
  settings: InspectSettings,
): Promise<{ readonly nearDuplicates: NearDuplicates; readonly evidence: DuplicateEvidence }> {
  const [joined, templates] = await Promise.all([found.joined, found.templates]);
  const { floor, complete, contained } = joined;
  const evidence = await gatherEvidence(pool, rows, joined, found.nearest, settings);
  const clusters = nearDuplicatesAt(evidence, settings);
  const { equalInstructions, equalResponses } = evidence;
  const { rowLines } = rows.reading;
  return {
    evidence,
    nearDuplicates: {
      scope: settings.nearDuplicateScope,
      rows: clusters.rows,
      floor,
      allPairsListed: complete,
      exactClusters: clusters.exactClusters,
      fuzzyClusters: clusters.fuzzyClusters,
      contained: containedLines(contained, rowLines),
      semantic: clusters.semantic,
      templates,
      ...(clusters.preferencePairs && { preferencePairs: clusters.preferencePairs }),
      sameInstruction: repeats(equalInstructions, equalResponses, rowLines),
      sameResponse: repeats(equalResponses, equalInstructions, rowLines),
    },
  };
}

/**
 * What the clusters of near-duplicates are made of.
 * @param nearest of the whole rows; awaited only once all else is gathered
 */
export async function gatherEvidence(
  pool: TaskPool,
  { reading, features, lengths }: RowsToFlag,
  { equalTexts, fuzzy, floor }: JoinDuplicatesResult,
  nearest: NearestRows | Promise<NearestRows>,
  settings: InspectSettings,
): Promise<DuplicateEvidence> {
  const { hashes, preferences } = features;
  const keepValues = valuesToKeepBy(features, lengths, equalTexts, settings);
  const ofTexts = {
    rowLines: reading.rowLines,
    equalTexts,
    equalInstructions: firstEqualRows(hashes.instruction),
    equalResponses: firstEqualRows(hashes.response),
    ...(keepValues && { keepValues }),
    fuzzy,
    fuzzyFloor: floor,
    preferences,
    contradictions: contradictions(preferences, hashes.instruction, hashes.response),
  };
  const semantic = await findSemanticPairs(pool, features, await nearest, equalTexts, settings);
  return {
    ...ofTexts,
    semantic: semantic.pairs,
    semanticFloor: semantic.floor,
    embedder: features.embedders[settings.nearDuplicateScope],
  };
}

function containedLines(
  { rows, inRows, containment, complete }: ContainedRows,
  rowLines: Uint32Array,
): Contained {
  return {
    threshold: CONTAINMENT.threshold,
    minShingles: CONTAINMENT.minSize,
    allFound: complete,
    rows: Array.from(rows, (row, at) => ({
      line: rowLines[row]! + 1,
      inLine: rowLines[inRows[at]!]! + 1,
      containment: containment[at]!,
    })),
  };
}

function valuesToKeepBy(
  { keepValues }: Features,
  { instruction, response }: RowLengths,
  equalTexts: Int32Array,
  { keep }: InspectSettings,
): Float64Array | undefined {
  if (keep.by !== 'longest') return keepValues;
  // Copies are as long as the first of them: doubled spaces or capitals, which are more tokens, make no row better.
  return Float64Array.from(equalTexts, (first, row) => {
    const text = first < 0 ? row : first;
    return instruction[text]! + response[text]!;
  });
}

function repeats(equal: Int32Array, other: Int32Array, rowLines: Uint32Array): FieldRepeats {
  const { groups, rows, largest } = fieldRepeats(equal, other, REPEATS_LISTED);
  return {
    groups,
    rows,
    largest: largest.map((group) => ({
      rows: group.rows.length,
      variants: group.variants,
      lines: group.rows.slice(0, REPEATED_LINES).map((row) => rowLines[row]! + 1),
    })),
  };
}
