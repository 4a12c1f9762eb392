import { clearBestRows, type BestRows } from './bestRows.ts';
import { copyRows } from './copyRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createSearchTile, LEFT_ROWS } from './searchTile.ts';
import { sumUnitRows } from './sumUnitRows.ts';

/** The number of no centre. */
const NONE = 2 ** 32 - 1;

/**
 * The centres most similar to each row by cosine, best first; equal ones by lower number.
 * @param rows which rows of the matrix
 * @param count centres per row, 1 … centres.rows
 * @param checkpoint called every millisecond or so; may throw
 * @returns row-major [rows.length, count]: numbers of centres, and their cosine in [−1, 1]
 * O(rows · centres · dimensions).
 */
export function nearestCentres(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  centres: EmbeddingMatrix,
  count: number,
  checkpoint?: () => void,
): { readonly centres: Uint32Array; readonly similarities: Float32Array } {
  const tile = createSearchTile({
    leftCapacity: LEFT_ROWS,
    rightCapacity: (centres.rows + 3) & ~3,
    dimensions: matrix.dimensions,
    queries: LEFT_ROWS,
    width: count,
  });
  tile.right.set(centres.values);
  tile.rightFactors.set(centres.inverseNorms);
  for (let centre = 0; centre < centres.rows; centre++) tile.candidates[centre] = centre;
  tile.packRight(centres.rows);
  tile.own.fill(NONE);
  for (let i = 0; i < LEFT_ROWS; i++) tile.places[i] = i;
  const found = new Uint32Array(rows.length * count);
  const similarities = new Float32Array(rows.length * count);
  for (let start = 0; start < rows.length; start += LEFT_ROWS) {
    checkpoint?.();
    const block = rows.subarray(start, start + LEFT_ROWS);
    copyRows(matrix, block, tile.left);
    tile.multiplyLeft(block.length, centres.rows);
    clearBestRows(tile.best);
    tile.offerToLeft(block.length, centres.rows);
    copyBest(tile.best, block, matrix.inverseNorms, start, found, similarities);
  }
  tile.release();
  return { centres: found, similarities };
}

/** Copies the best centres of a block of rows, of which `start` stand before it. */
function copyBest(
  { rows, scores, width }: BestRows,
  block: Uint32Array,
  inverseNorms: Float32Array,
  start: number,
  centres: Uint32Array,
  similarities: Float32Array,
): void {
  for (let i = 0, at = 0; i < block.length; i++) {
    const inverseNorm = inverseNorms[block[i]!]!;
    for (const end = at + width; at < end; at++) {
      centres[start * width + at] = rows[at]!;
      similarities[start * width + at] = scores[at]! * inverseNorm;
    }
  }
}

/**
 * Centres of groups of rows: the mean of the unit vectors of each group, quantised to 8 bits like the rows.
 * @param groupOfRow for each entry of `rows` its group, or −1 for none
 * A group without rows gets a zero vector with inverse norm 0.
 */
export function centresOfGroups(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  groupOfRow: ArrayLike<number>,
  groups: number,
): EmbeddingMatrix {
  const { sums } = sumUnitRows(matrix, rows, groupOfRow, groups);
  return quantizeRows(sums, groups, matrix.dimensions);
}

function quantizeRows(vectors: Float64Array, rows: number, dimensions: number): EmbeddingMatrix {
  const values = new Int8Array(rows * dimensions);
  const inverseNorms = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const squares = quantizeRow(vectors, values, row * dimensions, dimensions);
    if (squares > 0) inverseNorms[row] = 1 / Math.sqrt(squares);
  }
  return { rows, dimensions, values, inverseNorms };
}

/** Returns the squared length of what was written. */
function quantizeRow(
  vectors: Float64Array,
  values: Int8Array,
  from: number,
  dimensions: number,
): number {
  let largest = 0;
  for (let at = from; at < from + dimensions; at++) {
    largest = Math.max(largest, Math.abs(vectors[at]!));
  }
  if (largest === 0) return 0;
  let squares = 0;
  for (let at = from; at < from + dimensions; at++) {
    const value = Math.round((vectors[at]! / largest) * 127);
    values[at] = value;
    squares += value * value;
  }
  return squares;
}
