import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import { NEIGHBOURS } from '../metrics/embed/neighbours.ts';
import { findOffDistribution as findRows } from '../metrics/flags/offDistribution.ts';
import type { OffDistributionFinding } from '../metrics/flags/offDistribution.ts';
import { neighbourDistances } from '../metrics/flags/offDistributionDistances.ts';
import type { RowKinds } from '../metrics/flags/offDistributionRelative.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import { reasonText } from './reasonText.ts';
import type {
  InspectSettings,
  OffDistributionMethod,
  OffDistributionReason,
  OffDistributionRow,
} from './report.ts';
import type { TaskPool } from './taskPool.ts';
import type { ConfirmFarResult } from './tasks/confirmFar.ts';

/** Tokens of each row, per field. */
export interface RowLengths {
  readonly instruction: Uint32Array;
  readonly response: Uint32Array;
}

/** Rows whose neighbours one task looks for. */
const SLICE_ROWS = 4096;

/** Rows that do not belong to the rest of the file, told by their lines. */
export async function findOffDistribution(
  pool: TaskPool,
  { rowLines }: Reading,
  features: Features,
  lengths: RowLengths,
  { seed }: InspectSettings,
): Promise<{
  readonly rows: readonly OffDistributionRow[];
  readonly method: OffDistributionMethod;
}> {
  const kinds = kindsOfSlots(features, lengths);
  const measured = await measureDistances(pool, features.whole, kinds, seed);
  const { rows, distanceLimit } = findRows({
    ...spread(measured, features.rowOfSlot, rowLines.length),
    scripts: features.scripts,
    instructionTokens: lengths.instruction,
    responseTokens: lengths.response,
  });
  const lineOf = (row: number) => rowLines[row]! + 1;
  return {
    rows: rows.map(({ row, score, evidence }) => {
      const reasons = evidence.map((finding) => withLine(finding, lineOf));
      return { line: lineOf(row), score, reasons: reasons.map(reasonText), evidence: reasons };
    }),
    method: {
      neighbours: NEIGHBOURS,
      ...(distanceLimit !== undefined && { distanceLimit }),
      ...(measured.recall && { recall: measured.recall }),
    },
  };
}

async function measureDistances(
  pool: TaskPool,
  matrix: EmbeddingMatrix,
  kinds: RowKinds,
  seed: number,
): Promise<ConfirmFarResult> {
  const index = await pool.run('neighbourIndex', { matrix, seed });
  const slices: Promise<void>[] = [];
  const distances = new Float32Array(matrix.rows);
  const nearestRows = new Int32Array(matrix.rows);
  for (let fromRow = 0; fromRow < matrix.rows; fromRow += SLICE_ROWS) {
    const toRow = Math.min(matrix.rows, fromRow + SLICE_ROWS);
    const slice = pool.run('neighbourSlice', { index, matrix, fromRow, toRow });
    slices.push(
      slice.then((neighbours) => {
        const found = neighbourDistances(neighbours);
        distances.set(found.distances, fromRow);
        nearestRows.set(found.nearestRows, fromRow);
      }),
    );
  }
  await Promise.all(slices);
  return pool.run('confirmFar', { index, matrix, found: { distances, nearestRows }, kinds });
}

function kindsOfSlots({ rowOfSlot, scripts }: Features, lengths: RowLengths): RowKinds {
  return {
    scripts: Array.from(rowOfSlot, (row) => scripts[row]!),
    tokens: rowOfSlot.map((row) => lengths.instruction[row]! + lengths.response[row]!),
  };
}

/** From the rows of the matrix to those of the file; rows that were not sampled stay without a distance. */
function spread(found: ConfirmFarResult, rowOfSlot: Uint32Array, rows: number) {
  const distances = new Float32Array(rows).fill(-1);
  const nearestRows = new Int32Array(rows).fill(-1);
  rowOfSlot.forEach((row, slot) => {
    const nearest = found.nearestRows[slot]!;
    distances[row] = found.distances[slot]!;
    nearestRows[row] = nearest < 0 ? nearest : rowOfSlot[nearest]!;
  });
  return { distances, nearestRows };
}

function withLine(
  finding: OffDistributionFinding,
  lineOf: (row: number) => number,
): OffDistributionReason {
  if (finding.code !== 'far-from-all') return finding;
  const { nearestRow, ...figures } = finding;
  return { ...figures, nearestLine: lineOf(nearestRow) };
}
