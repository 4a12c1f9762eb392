import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import type { Neighbours } from '../metrics/embed/neighbours.ts';
import { findLabelVotes, type LabelVote } from '../metrics/flags/labelVotes.ts';
import { offDistributionFinder, type FlaggedRow } from '../metrics/flags/offDistribution.ts';
import {
  FAR_NEIGHBOURS,
  farRows,
  neighbourDistances,
  withDistances,
  type NeighbourDistances,
} from '../metrics/flags/neighbourDistances.ts';
import type { OffDistributionFinding } from '../metrics/flags/offDistributionInput.ts';
import { ODD_TOKENS } from '../metrics/flags/rowSurprise.ts';
import type { ScriptName } from '../metrics/text/mainScript.ts';
import type { Features } from './extractFeatures.ts';
import type { Wording } from './measureWording.ts';
import { reasonText } from './reasonText.ts';
import type {
  InspectSettings,
  OddWord,
  OffDistributionMethod,
  OffDistributionReason,
  OffDistributionRow,
} from './report.ts';
import type { RowsToFlag } from './rowsToFlag.ts';
import type { LanguageSurvey } from './surveyWording.ts';
import type { NearestRows } from './searchNeighbours.ts';
import type { TaskPool } from './taskPool.ts';

/** What is waited for; what does not depend on the nearest rows is reckoned while they are searched. */
export interface AwaitedFacts {
  readonly nearest: Promise<NearestRows>;
  readonly wording: Promise<Wording>;
  readonly languages: Promise<LanguageSurvey>;
}

/** Rows that do not belong to the rest of the file, told by their lines. */
export async function findOffDistribution(
  pool: TaskPool,
  { reading: { rowLines, scripts }, features, lengths }: RowsToFlag,
  awaited: AwaitedFacts,
  { offDistributionFalsePositiveRate, encoding }: InspectSettings,
): Promise<{
  readonly rows: readonly OffDistributionRow[];
  readonly method: OffDistributionMethod;
}> {
  const distancesOfRows = awaited.nearest.then((nearest) =>
    measureDistances(pool, features, scripts, nearest),
  );
  // Awaited last: a failure of it must not count as unhandled until then.
  distancesOfRows.catch(() => undefined);
  const wording = await awaited.wording;
  const { otherLanguages } = await awaited.languages;
  const find = offDistributionFinder(
    {
      scripts,
      instructionTokens: lengths.instruction,
      responseTokens: lengths.response,
      surpriseBits: wording.surpriseBits,
      tags: features.tags,
      otherLanguages,
    },
    offDistributionFalsePositiveRate,
  );
  const { neighbours, index } = await awaited.nearest;
  const { recall } = index;
  const votes = labelVotes(features, neighbours);
  const distances = spread(await distancesOfRows, features.rowOfSlot, rowLines.length);
  const rows = find({ ...distances, labelVotes: votes });
  const oddWords = await findOddWords(pool, rows, rowLines, wording, encoding);
  const names: Names = {
    lineOf: (row) => rowLines[row]! + 1,
    tagOf: (tag) => features.tagNames.get(tag) ?? '',
    oddWordsOf: (row) => oddWords.get(row) ?? [],
  };
  return {
    rows: rows.map(({ row, score, rank, evidence }) => {
      const named = evidence.map((finding) => withNames(row, finding, names));
      const reasons = named.map(reasonText);
      return { line: names.lineOf(row), score, rank, reasons, evidence: named };
    }),
    method: { neighbours: FAR_NEIGHBOURS, ...(recall && { recall }) },
  };
}

async function measureDistances(
  pool: TaskPool,
  { whole, rowOfSlot }: Features,
  scripts: readonly ScriptName[],
  { index, neighbours }: NearestRows,
): Promise<NeighbourDistances> {
  const found = neighbourDistances(neighbours);
  const scriptOfSlot = Array.from(rowOfSlot, (row) => scripts[row]!);
  const far = farRows(index, found, scriptOfSlot);
  const half = Math.ceil(far.length / 2);
  // Two tasks: nothing else is left to do for a thread that waits for the last link of the chain.
  const halves = [far.subarray(0, half), far.subarray(half)].filter((rows) => rows.length > 0);
  const exact = await Promise.all(
    halves.map((rows) => pool.run('confirmFar', { index, matrix: whole, rows: rows.slice() })),
  );
  return halves.reduce((known, rows, at) => withDistances(known, rows, exact[at]!), found);
}

/** From the rows of the matrix to those of the file; rows that were not sampled stay without a distance. */
function spread(found: NeighbourDistances, rowOfSlot: Uint32Array, rows: number) {
  const distances = new Float32Array(rows).fill(-1);
  const nearestRows = new Int32Array(rows).fill(-1);
  rowOfSlot.forEach((row, slot) => {
    const nearest = found.nearestRows[slot]!;
    distances[row] = found.distances[slot]!;
    nearestRows[row] = nearest < 0 ? nearest : rowOfSlot[nearest]!;
  });
  return { distances, nearestRows };
}

/** Votes on rows that have one tag, where tags are labels that many rows share; rows of the votes are the file's. */
function labelVotes({ tags, rowOfSlot }: Features, neighbours: Neighbours): LabelVote[] {
  const numbers = new Map<number, number>();
  const labels = Int32Array.from(rowOfSlot, (row) => {
    const start = tags.offsets[row]!;
    if (tags.offsets[row + 1]! - start !== 1) return -1;
    const tag = tags.values[start]!;
    const number = numbers.get(tag) ?? numbers.size;
    numbers.set(tag, number);
    return number;
  });
  const tagOf = Uint32Array.from(numbers.keys());
  const { rows, similarities } = neighbours;
  return findLabelVotes({ labels, neighbours: rows, similarities }).map((vote) => ({
    ...vote,
    row: rowOfSlot[vote.row]!,
    nearestRow: rowOfSlot[vote.nearestRow]!,
    label: tagOf[vote.label]!,
    otherLabel: tagOf[vote.otherLabel]!,
  }));
}

async function findOddWords(
  pool: TaskPool,
  flagged: readonly FlaggedRow[],
  rowLines: Uint32Array,
  { oddPlaces, oddBits }: Wording,
  encoding: BytePairEncoding,
): Promise<ReadonlyMap<number, readonly OddWord[]>> {
  const rows = flagged
    .filter(({ evidence }) => evidence.some(({ code }) => code === 'odd-wording'))
    .map(({ row }) => row);
  if (rows.length === 0) return new Map();
  const words = await pool.run('findOddWords', {
    encoding,
    rows: rows.map((row) => ({
      lineIndex: rowLines[row]!,
      places: oddPlaces.slice(row * ODD_TOKENS, (row + 1) * ODD_TOKENS),
      bits: oddBits.slice(row * ODD_TOKENS, (row + 1) * ODD_TOKENS),
    })),
  });
  return new Map(rows.map((row, at) => [row, words[at]!]));
}

interface Names {
  readonly lineOf: (row: number) => number;
  readonly tagOf: (tag: number) => string;
  readonly oddWordsOf: (row: number) => readonly OddWord[];
}

function withNames(
  row: number,
  finding: OffDistributionFinding,
  { lineOf, tagOf, oddWordsOf }: Names,
): OffDistributionReason {
  switch (finding.code) {
    case 'far-from-all': {
      const { nearestRow, ...figures } = finding;
      return { ...figures, nearestLine: lineOf(nearestRow) };
    }
    case 'odd-wording':
      return { ...finding, oddWords: oddWordsOf(row) };
    case 'rare-tag':
      return { ...finding, tag: tagOf(finding.tag) };
    case 'other-label': {
      const { nearestRow, label, otherLabel, ...figures } = finding;
      return {
        ...figures,
        label: tagOf(label),
        otherLabel: tagOf(otherLabel),
        nearestLine: lineOf(nearestRow),
      };
    }
    default:
      return finding;
  }
}
