import { findDistinctRows } from '../embed/distinctRows.ts';
import { selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { NEIGHBOURS, type Neighbours } from '../embed/bestRows.ts';
import { neighboursOfAll } from '../embed/neighboursOfAll.ts';
import type { CompareOptions } from './compareOptions.ts';
import { neighboursBetween } from './neighboursBetween.ts';
import { BALL_ROWS } from './precisionRecallDensityCoverage.ts';

/** How far each row of a file lies from the other file; all arrays have one entry for each of its rows. */
export interface RowsOutside {
  /** Cosine distance to the 5th nearest different row of the other file, 0–2; −1 for a row without a meaning. */
  readonly distances: Float32Array;
  /**
   * Share of the reference's rows that lie nearer than so to their own 5th nearest, 0–1; −1 for a row without a meaning.
   * Without a shift, 5 % of rows are above 0.95.
   */
  readonly percentiles: Float32Array;
  /** The nearest row of the other file, −1 for a row without a meaning. */
  readonly nearestRows: Int32Array;
  /** Share of the rows with a meaning that are above the 95th percentile. */
  readonly shareFar: number;
}

export interface FarOutside {
  /** Rows of the data set far from the reference: what it does not have. */
  readonly invented: RowsOutside;
  /** Rows of the reference far from the data set: what that hardly reaches. */
  readonly missing: RowsOutside;
  /** The yardstick of both: the reference's rows' distances to their own 5th nearest; median and 95th percentile. */
  readonly usualDistance: number;
  readonly farDistance: number;
  /** Different rows of each file that distances are measured to. */
  readonly comparedRows: number;
}

/** Different rows of a file that distances are measured to at most. */
const COMPARED_ROWS = 5_000;
const FAR_PERCENTILE = 0.95;

/**
 * Which rows of a data set lie outside its reference, and which of the reference the data set hardly reaches.
 *
 * Distances are to the 5th nearest row, as the nearest alone may be a chance find. What is far is told by the reference's own
 * rows, for both directions, at one number of different rows of each file, since distances shrink with more of them. So
 * without a shift the percentiles are even from 0 to 1 either way.
 * @param dataset, reference embeddings by one embedder
 * @returns undefined where a file has no more than 5 different rows with a meaning
 * @throws RangeError if they differ in dimensions
 * As many different rows of each file as the one with fewer has are drawn by seed, at most 5,000; every row is measured to them.
 * O(rows · compared rows · dimensions): 2.5 s for 2 × 10,000 × 512.
 */
export function farOutside(
  dataset: EmbeddingMatrix,
  reference: EmbeddingMatrix,
  { seed, checkpoint }: CompareOptions,
): FarOutside | undefined {
  const ours = findDistinctRows(dataset, seed).rows;
  const theirs = findDistinctRows(reference, seed).rows;
  // A row is not compared with itself, so that one more of the reference is drawn where there is one.
  const comparedRows = Math.min(COMPARED_ROWS, ours.length, theirs.length - 1);
  if (comparedRows < BALL_ROWS) return undefined;
  const ownRows = selectRows(reference, theirs.subarray(0, comparedRows + 1));
  const usual = kthDistances(neighboursOfAll(ownRows, checkpoint)).sort();
  const measure = (
    queries: EmbeddingMatrix,
    other: EmbeddingMatrix,
    distinct: Uint32Array,
  ): RowsOutside => {
    const rows = distinct.subarray(0, comparedRows);
    const found = neighboursBetween(queries, selectRows(other, rows), checkpoint);
    return rowsOutside(found, rows, usual);
  };
  return {
    invented: measure(dataset, reference, theirs),
    missing: measure(reference, dataset, ours),
    usualDistance: usual[usual.length >> 1]!,
    farDistance: usual[Math.floor(FAR_PERCENTILE * usual.length)]!,
    comparedRows,
  };
}

function kthDistances({ rows, similarities }: Neighbours): Float32Array {
  return Float32Array.from({ length: rows.length / NEIGHBOURS }, (_, row) => {
    const at = row * NEIGHBOURS + BALL_ROWS - 1;
    // Rounding must not make the distance of near copies negative, which would read as not measured.
    return rows[at] === -1 ? -1 : Math.max(0, 1 - similarities[at]!);
  });
}

function rowsOutside(found: Neighbours, rows: Uint32Array, usual: Float32Array): RowsOutside {
  const distances = kthDistances(found);
  const percentiles = distances.map((distance) =>
    distance < 0 ? -1 : countBelow(usual, distance) / usual.length,
  );
  const nearestRows = Int32Array.from(distances, (distance, row) =>
    distance < 0 ? -1 : rows[found.rows[row * NEIGHBOURS]!]!,
  );
  const measured = percentiles.filter((percentile) => percentile >= 0);
  const far = measured.filter((percentile) => percentile > FAR_PERCENTILE).length;
  return { distances, percentiles, nearestRows, shareFar: far / measured.length };
}

/** How many of ascending values are below one. */
function countBelow(ascending: Float32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
