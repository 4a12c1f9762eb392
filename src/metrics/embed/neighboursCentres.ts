import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createDotTile8 } from './kernels.ts';
import { rowCopier } from './rowCopier.ts';

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
  const { inverseNorms } = centres;
  const found = new Uint32Array(rows.length * count);
  const similarities = new Float32Array(rows.length * count);
  const tile = createDotTile8({
    leftCapacity: BLOCK,
    rightCapacity: (centres.rows + 3) & ~3,
    dimensions,
  });
  const { products } = tile;
  tile.right.set(centres.values);
  const toLeft = rowCopier(matrix, tile.left);
  const bestCosines = new Float64Array(count);
  for (let start = 0; start < rows.length; start += BLOCK) {
    checkpoint?.();
    const blockRows = Math.min(BLOCK, rows.length - start);
    for (let i = 0; i < blockRows; i++) toLeft(rows[start + i]!, i);
    tile.multiply(blockRows, centres.rows);
    for (let i = 0; i < blockRows; i++) {
      const inverseNorm = matrix.inverseNorms[rows[start + i]!]!;
      const first = (start + i) * count;
      const last = count - 1;
      for (let place = 0; place < count; place++) bestCosines[place] = -Infinity;
      let least = -Infinity;
      for (let centre = 0, at = i * tile.rightCapacity; centre < centres.rows; centre++, at++) {
        const cosine = products[at]! * inverseNorms[centre]! * inverseNorm;
        if (cosine <= least) continue;
        let place = last;
        for (; place > 0 && bestCosines[place - 1]! < cosine; place--) {
          bestCosines[place] = bestCosines[place - 1]!;
          found[first + place] = found[first + place - 1]!;
        }
        bestCosines[place] = cosine;
        found[first + place] = centre;
        least = bestCosines[last]!;
      }
      for (let place = 0; place < count; place++) similarities[first + place] = bestCosines[place]!;
    }
  }
  return { centres: found, similarities };
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
  const { dimensions, values, inverseNorms } = matrix;
  const sums = new Float64Array(groups * dimensions);
  rows.forEach((row, i) => {
    const group = groupOfRow[i]!;
    if (group < 0) return;
    const inverseNorm = inverseNorms[row]!;
    for (let k = 0, at = group * dimensions, from = row * dimensions; k < dimensions; k++) {
      sums[at + k]! += values[from + k]! * inverseNorm;
    }
  });
  return quantizeRows(sums, groups, dimensions);
}

function quantizeRows(vectors: Float64Array, rows: number, dimensions: number): EmbeddingMatrix {
  const values = new Int8Array(rows * dimensions);
  const inverseNorms = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) continue;
    let squares = 0;
    for (let k = 0; k < dimensions; k++) {
      const value = Math.round((vector[k]! / largest) * 127);
      values[row * dimensions + k] = value;
      squares += value * value;
    }
    inverseNorms[row] = 1 / Math.sqrt(squares);
  }
  return { rows, dimensions, values, inverseNorms };
}
