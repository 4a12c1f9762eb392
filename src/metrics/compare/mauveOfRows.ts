import { findDistinctRows } from '../embed/distinctRows.ts';
import { allRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';
import { stackRows } from '../embed/stackRows.ts';
import { drawFirst } from '../stats/drawFirst.ts';
import { createRandom, drawSeed } from '../stats/random.ts';
import type { CompareOptions, InBoth } from './compareOptions.ts';
import { drawRows } from './drawRows.ts';
import { mauve } from './mauve.ts';

export interface MauveOfRows {
  /** In [0, 1]; the higher, the more alike. */
  readonly mauve: number;
  /** What it is without a shift at these sizes: the mean over random divisions of the same rows. */
  readonly expected: number;
  /** Groups of the k-means. */
  readonly bins: number;
  /** Rows compared. */
  readonly rows: InBoth;
}

/** Rows of each file that are compared at most. */
const COMPARED_ROWS = 3_000;
/** As in the reference program: a bin for ten rows of the smaller file; no more than there are different rows. */
const ROWS_PER_BIN = 10;
const ITERATIONS = 10;
/** Random divisions whose mean is the value without a shift. */
const DIVISIONS = 20;

/**
 * MAUVE of two sets of rows, their meanings quantised by spherical k-means over both.
 * @param dataset, reference embeddings by one embedder; rows without a meaning take no part
 * @returns undefined where a file has fewer than 15 rows with a meaning: there would be one bin
 * @throws RangeError if they differ in dimensions
 * Of larger files 3,000 rows each are drawn. O(rows² / 10 · dimensions · 10): 0.5 s for 2 × 3,000 × 512.
 * @see Pillutla et al. (2021), arXiv 2102.01454; unlike in their program the k-means is spherical, on all dimensions, and
 *   of one start, at different rows, with 10 rounds
 */
export function mauveOfRows(
  dataset: EmbeddingMatrix,
  reference: EmbeddingMatrix,
  { seed, checkpoint }: CompareOptions,
): MauveOfRows | undefined {
  const random = createRandom(seed);
  const ours = drawRows(dataset, COMPARED_ROWS, drawSeed(random));
  const theirs = drawRows(reference, COMPARED_ROWS, drawSeed(random));
  const pooled = stackRows(ours, theirs);
  const mostBins = Math.round(Math.min(ours.rows, theirs.rows) / ROWS_PER_BIN);
  if (mostBins < 2) return undefined;
  const distinct = findDistinctRows(pooled, drawSeed(random)).rows;
  const starts = distinct.subarray(0, mostBins);
  const bins = starts.length;
  const binOfRow = sphericalKMeans(pooled, starts, checkpoint);
  const order = Uint32Array.from({ length: pooled.rows }, (_, row) => row);
  const mauveOfDivision = (): number => {
    const counts = [new Uint32Array(bins), new Uint32Array(bins)] as const;
    order.forEach((row, place) => counts[place < ours.rows ? 0 : 1][binOfRow[row]!]!++);
    return mauve(...counts)!;
  };
  const observed = mauveOfDivision();
  let sum = 0;
  for (let division = 0; division < DIVISIONS; division++) {
    drawFirst(order, ours.rows, random);
    sum += mauveOfDivision();
  }
  return {
    mauve: observed,
    expected: sum / DIVISIONS,
    bins,
    rows: { dataset: ours.rows, reference: theirs.rows },
  };
}

/** The group of each row, for each start one. Equal starts would leave groups empty, so they are different rows. */
function sphericalKMeans(
  matrix: EmbeddingMatrix,
  starts: Uint32Array,
  checkpoint?: () => void,
): Uint32Array {
  const all = allRows(matrix);
  let centres = selectRows(matrix, starts);
  let groupOfRow = nearestCentres(matrix, all, centres, 1, checkpoint).centres;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    centres = centresOfGroups(matrix, all, groupOfRow, starts.length);
    groupOfRow = nearestCentres(matrix, all, centres, 1, checkpoint).centres;
  }
  return groupOfRow;
}
