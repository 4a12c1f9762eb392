import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { exactNeighboursOf, NEIGHBOURS, type Neighbours } from '../embed/neighbours.ts';
import type { NeighbourIndex } from '../embed/neighboursIndex.ts';
import { quartiles } from './quartiles.ts';
import { standardScores, type RowKinds } from './standardScores.ts';

/** Fewer than are searched: so that a handful of strangers of one kind do not hide one another; see bench/quality.md. */
export const FAR_NEIGHBOURS = 5;

/** How far each row lies from its nearest rows. */
export interface NeighbourDistances {
  /** [rows]: mean cosine distance to the nearest FAR_NEIGHBOURS rows, 0–2; −1 where not measured: no text, or no other vector. */
  readonly distances: Float32Array;
  /** [rows]: the nearest row, −1 where not measured. */
  readonly nearestRows: Int32Array;
}

/** Distances of a slice of rows (or of all) from their neighbours; slices are put one after the other. O(rows). */
export function neighbourDistances({ rows, similarities }: Neighbours): NeighbourDistances {
  const count = rows.length / NEIGHBOURS;
  const distances = new Float32Array(count).fill(-1);
  const nearestRows = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    let found = 0;
    const first = row * NEIGHBOURS;
    for (let at = first; at < first + FAR_NEIGHBOURS && rows[at] !== -1; at++) {
      sum += 1 - similarities[at]!;
      found++;
    }
    if (found === 0) continue;
    // Rounding must not make the distance of near copies negative, which would read as not measured.
    distances[row] = Math.max(0, sum / found);
    nearestRows[row] = rows[row * NEIGHBOURS]!;
  }
  return { distances, nearestRows };
}

/** Rows nearer than this say about the same as their neighbours, however alike the rest of the file is. */
export const MIN_FAR_DISTANCE = 0.25;
/** Smaller deviations of a distance are not odd, however alike the rows are. */
export const MIN_DISTANCE_SPREAD = 0.01;

/** Rows searched again at most. */
const MAX_CONFIRMED = 2_048;
const IQR_FACTOR = 1.7;

/**
 * Searches the rows that seem far from all once more, in all lists. An inexact search can only overlook neighbours, so
 * distances only shrink: with this no row is flagged for what the search overlooked. With an exact index nothing is done.
 * @param index, matrix what the distances were found with
 * @param scripts of the same rows
 * @param checkpoint called every few milliseconds; may throw
 * @returns new arrays; at most 2,048 rows, the furthest first, have new values
 * O(far rows · rows · dimensions): 0.3 s for 600 of 50,000 rows × 512.
 */
export function confirmFarRows(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  { distances, nearestRows }: NeighbourDistances,
  scripts: RowKinds['scripts'],
  checkpoint?: () => void,
): NeighbourDistances {
  if (index.probes >= index.centres.rows) return { distances, nearestRows };
  const far = rowsBeyondFence(distances, scripts).slice(0, MAX_CONFIRMED);
  const nearest = exactNeighboursOf(index, matrix, Uint32Array.from(far), checkpoint);
  const exact = neighbourDistances(nearest);
  const confirmed = { distances: distances.slice(), nearestRows: nearestRows.slice() };
  far.forEach((row, i) => {
    confirmed.distances[row] = exact.distances[i]!;
    confirmed.nearestRows[row] = exact.nearestRows[i]!;
  });
  return confirmed;
}

/** Rows whose distance is above Q3 + 1.7 · IQR of their script, as in cleanlab, furthest first. */
function rowsBeyondFence(distances: Float32Array, scripts: RowKinds['scripts']): number[] {
  const { scores } = standardScores(distances, { scripts }, MIN_DISTANCE_SPREAD);
  if (scores.length === 0) return [];
  const { q1, q3 } = quartiles(scores);
  const fence = q3 + IQR_FACTOR * (q3 - q1);
  return Array.from(distances.keys())
    .filter((row) => scores[row]! > fence && distances[row]! >= MIN_FAR_DISTANCE)
    .sort((a, b) => scores[b]! - scores[a]! || a - b);
}
