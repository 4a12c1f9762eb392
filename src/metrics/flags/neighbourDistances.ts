import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { exactNeighboursOf, NEIGHBOURS, type Neighbours } from '../embed/neighbours.ts';
import type { NeighbourIndex } from '../embed/neighboursIndex.ts';
import { quartiles } from './quartiles.ts';
import { standardScores, type RowCovariates } from './standardScores.ts';

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
 * Rows that seem far from all and are worth another search, in all lists: an inexact search can only overlook neighbours, so
 * distances only shrink, and no row is flagged for what the search overlooked.
 * @param found by `neighboursOfRows` with the index
 * @param scripts of the same rows
 * @returns rows above Q3 + 1.7 · IQR of their script, as in cleanlab, the furthest first, at most 2,048; none where the index is exact
 */
export function farRows(
  { probes, centres }: NeighbourIndex,
  { distances }: NeighbourDistances,
  scripts: RowCovariates['scripts'],
): Uint32Array {
  if (probes >= centres.rows || distances.length === 0) return new Uint32Array(0);
  const { scores } = standardScores(distances, { scripts }, MIN_DISTANCE_SPREAD);
  const { q1, q3 } = quartiles(scores);
  const fence = q3 + IQR_FACTOR * (q3 - q1);
  const far: number[] = [];
  distances.forEach((distance, row) => {
    if (scores[row]! > fence && distance >= MIN_FAR_DISTANCE) far.push(row);
  });
  far.sort((a, b) => scores[b]! - scores[a]! || a - b);
  return Uint32Array.from(far.slice(0, MAX_CONFIRMED));
}

/**
 * The true distances of some rows, in their order.
 * @param checkpoint called every few milliseconds; may throw
 * O(rows.length · matrix.rows · dimensions): 0.3 s for 600 of 50,000 rows × 512.
 */
export function exactDistances(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  checkpoint?: () => void,
): NeighbourDistances {
  return neighbourDistances(exactNeighboursOf(index, matrix, rows, checkpoint));
}

/** What was found, in new arrays, with the distances of `rows` in place of theirs. */
export function withDistances(
  found: NeighbourDistances,
  rows: Uint32Array,
  exact: NeighbourDistances,
): NeighbourDistances {
  const distances = found.distances.slice();
  const nearestRows = found.nearestRows.slice();
  rows.forEach((row, i) => {
    distances[row] = exact.distances[i]!;
    nearestRows[row] = exact.nearestRows[i]!;
  });
  return { distances, nearestRows };
}
