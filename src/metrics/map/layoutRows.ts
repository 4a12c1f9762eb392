import { findDistinctRows } from '../embed/distinctRows.ts';
import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { NEIGHBOURS, type Neighbours } from '../embed/neighbours.ts';
import { createRandom } from '../stats/random.ts';
import { layDown } from './layDown.ts';
import { layoutLandmarks } from './layoutLandmarks.ts';
import { placeRows } from './placeRows.ts';
import { refineLayout } from './refineLayout.ts';
import { rowGraph } from './rowGraph.ts';
import { trustworthiness } from './trustworthiness.ts';

/** Where rows stand on a map on which rows of like meaning stand together. */
export interface RowLayout {
  /** Rows of the matrix that have a place, ascending: those with a meaning. */
  readonly rows: Uint32Array;
  /**
   * Row-major [rows.length, 2], in [−1, 1], centred, the longest spread from left to right; the
   * axes have no meaning of their own.
   */
  readonly positions: Float32Array;
  /** Different rows that UMAP laid out, of how many. */
  readonly landmarks: number;
  readonly distinctRows: number;
  /** How far one may trust that rows seen together are alike, in [0, 1], k = 10; absent for 20 different rows or fewer. */
  readonly trustworthiness?: number;
}

export interface LayoutOptions {
  readonly seed: number;
  /** Called every few hundred milliseconds; may throw to stop. */
  readonly checkpoint: () => void;
}

const LANDMARKS = 2_048;
const ASKED_ROWS = 256;

/**
 * A two-dimensional layout that keeps neighbours together.
 * 1. Up to 2,048 different rows, chosen by seed and content, are laid out by UMAP (`layoutLandmarks`).
 * 2. The others are placed among their neighbours (`placeRows`), then all are moved by UMAP's steps (`refineLayout`).
 * 3. It is turned so that it spreads most from left to right (`layDown`).
 * Copies of a row stand in its place. The order of the rows has no part in the result but through ties.
 * @param neighbours of all rows of the matrix, from `neighboursOfRows`
 * About 6 s of one core for 50,000 rows × 512.
 */
export function layoutRows(
  matrix: EmbeddingMatrix,
  neighbours: Neighbours,
  { seed, checkpoint }: LayoutOptions,
): RowLayout {
  const distinct = findDistinctRows(matrix, seed);
  const random = createRandom(seed);
  const landmarks = distinct.rows.subarray(0, LANDMARKS);
  let layout = layoutLandmarks(matrix, landmarks, random, checkpoint);
  if (distinct.rows.length > landmarks.length) {
    const graph = rowGraph(distinct, neighbours);
    layout = placeRows(graph, layout, random);
    refineLayout(graph, layout, random, checkpoint);
  }
  checkpoint();
  layDown(layout);
  scaleToUnit(layout);
  const trust = trustworthiness(matrix, distinct.rows, layout, NEIGHBOURS, ASKED_ROWS);

  const placeOfRow = new Int32Array(matrix.rows).fill(-1);
  distinct.rows.forEach((row, place) => (placeOfRow[row] = place));
  const rows = distinct.firstEqualRow
    .map((_, row) => row)
    .filter((row) => matrix.inverseNorms[row] !== 0);
  const positions = new Float32Array(2 * rows.length);
  rows.forEach((row, i) => {
    const place = placeOfRow[distinct.firstEqualRow[row]!]!;
    positions.set(layout.subarray(2 * place, 2 * place + 2), 2 * i);
  });
  return {
    rows,
    positions,
    landmarks: landmarks.length,
    distinctRows: distinct.rows.length,
    ...(trust !== undefined && { trustworthiness: trust }),
  };
}

/** Centres the layout and scales both axes alike, so that the longer one fills [−1, 1]. */
function scaleToUnit(layout: Float32Array): void {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  layout.forEach((value, i) => {
    low[i % 2] = Math.min(low[i % 2]!, value);
    high[i % 2] = Math.max(high[i % 2]!, value);
  });
  const half = Math.max(high[0]! - low[0]!, high[1]! - low[1]!) / 2 || 1;
  layout.forEach((value, i) => {
    layout[i] = (value - (low[i % 2]! + high[i % 2]!) / 2) / half;
  });
}
