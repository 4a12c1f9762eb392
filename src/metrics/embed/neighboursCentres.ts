import { copyRows } from './copyRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createDotTile8 } from './kernels.ts';
import { sumUnitRows } from './sumUnitRows.ts';

const BLOCK = 64;

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
  const { dimensions } = matrix;
  const found = new Uint32Array(rows.length * count);
  const similarities = new Float32Array(rows.length * count);
  const tile = createDotTile8({
    leftCapacity: BLOCK,
    rightCapacity: (centres.rows + 3) & ~3,
    dimensions,
  });
  tile.right.set(centres.values);
  tile.packRight(centres.rows);
  const bestCosines = new Float64Array(count);
  for (let start = 0; start < rows.length; start += BLOCK) {
    checkpoint?.();
    const block = rows.subarray(start, start + BLOCK);
    copyRows(matrix, block, tile.left);
    tile.multiplyLeft(block.length, centres.rows);
    for (let i = 0; i < block.length; i++) {
      const first = (start + i) * count;
      const inverseNorm = matrix.inverseNorms[block[i]!]!;
      const products = i * tile.rightCapacity;
      keepBest(
        tile.products,
        products,
        centres.inverseNorms,
        inverseNorm,
        bestCosines,
        found,
        first,
      );
      for (let place = 0; place < count; place++) similarities[first + place] = bestCosines[place]!;
    }
  }
  tile.release();
  return { centres: found, similarities };
}

/**
 * Writes the best centres for one row to `found` from `first` on, and their cosines to `cosines`, as many as that has room for.
 * @param from where the row's products with all centres begin
 */
function keepBest(
  products: Int32Array,
  from: number,
  inverseNorms: Float32Array,
  inverseNorm: number,
  cosines: Float64Array,
  found: Uint32Array,
  first: number,
): void {
  const last = cosines.length - 1;
  for (let place = 0; place <= last; place++) cosines[place] = -Infinity;
  let least = -Infinity;
  for (let centre = 0; centre < inverseNorms.length; centre++) {
    const cosine = products[from + centre]! * inverseNorms[centre]! * inverseNorm;
    if (cosine <= least) continue;
    let place = last;
    for (; place > 0 && cosines[place - 1]! < cosine; place--) {
      cosines[place] = cosines[place - 1]!;
      found[first + place] = found[first + place - 1]!;
    }
    cosines[place] = cosine;
    found[first + place] = centre;
    least = cosines[last]!;
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
