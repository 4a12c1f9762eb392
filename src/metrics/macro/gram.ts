import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { createDotTile16, type DotTile } from '../embed/kernels.ts';

/** Rows of unit length are rounded to multiples of 1 / 2,048, so that every sum is an exact integer. */
const SCALE = 2_048;
/** 256 · 2,048² = 2³⁰: the sum over one block of rows stays within 32 bits. */
const BLOCK_ROWS = 256;
const BLOCK_COLUMNS = 64;
/** Columns turned at a time: so many lines of the tile, each of another column, stay in the first cache. */
const STRIP_COLUMNS = 32;

/**
 * Adds the rows from … to − 1 to a Gram matrix: gram[a, b] += Σ_i round(2048 · x̂_ia) · round(2048 · x̂_ib) with
 * x̂_i = row i at unit length. Only the lower triangle (b ≤ a) is filled. Rows without a meaning add nothing.
 * @param gram row-major [dimensions, dimensions], zeros to begin with
 * @param checkpoint called every few milliseconds; may throw
 * All sums are exact integers (up to 2²⁹ rows), so the result does not depend on how the rows are cut into slices,
 * nor on which thread adds which: slices with a gram each may be added up in any order.
 * The rounding moves a Vendi Score by less than 10⁻⁴ of itself. O((to − from) · dimensions²): 0.6 s for 50,000 × 512.
 */
export function addGram(
  matrix: EmbeddingMatrix,
  from: number,
  to: number,
  gram: Float64Array,
  checkpoint?: () => void,
): void {
  const { dimensions } = matrix;
  if (gram.length !== dimensions * dimensions) {
    throw new RangeError(`gram: got ${gram.length} entries, expected ${dimensions * dimensions}`);
  }
  const tile = createDotTile16({
    leftCapacity: BLOCK_COLUMNS,
    rightCapacity: Math.ceil(dimensions / BLOCK_COLUMNS) * BLOCK_COLUMNS,
    dimensions: BLOCK_ROWS,
  });
  for (let row = from; row < to; row += BLOCK_ROWS) {
    checkpoint?.();
    fillTransposed(matrix, row, Math.min(to, row + BLOCK_ROWS), tile);
    for (let column = 0; column < dimensions; column += BLOCK_COLUMNS) {
      addBlock(tile, column, dimensions, gram);
    }
  }
}

/** Columns of the matrix as rows of the tile. */
function fillTransposed(
  { values, inverseNorms, dimensions }: EmbeddingMatrix,
  from: number,
  to: number,
  { right }: DotTile<Int16Array>,
): void {
  if (to - from < BLOCK_ROWS) right.fill(0);
  for (let strip = 0; strip < dimensions; strip += STRIP_COLUMNS) {
    const end = Math.min(dimensions, strip + STRIP_COLUMNS);
    for (let row = from; row < to; row++) {
      const factor = SCALE * inverseNorms[row]!;
      const shift = row * dimensions;
      for (let column = strip, place = strip * BLOCK_ROWS + row - from; column < end; column++) {
        // Math.round for what lies above −4,096, in a third of the time.
        right[place] = ((values[shift + column]! * factor + 4_096.5) | 0) - 4_096;
        place += BLOCK_ROWS;
      }
    }
  }
}

/** Adds the rows column … column + 63 of the Gram matrix, up to and including the diagonal block. */
function addBlock(
  { left, right, products, rightCapacity, multiply }: DotTile<Int16Array>,
  column: number,
  dimensions: number,
  gram: Float64Array,
): void {
  left.set(right.subarray(column * BLOCK_ROWS, (column + BLOCK_COLUMNS) * BLOCK_ROWS));
  multiply(BLOCK_COLUMNS, column + BLOCK_COLUMNS);
  const end = Math.min(dimensions, column + BLOCK_COLUMNS);
  for (let a = column; a < end; a++) {
    const target = a * dimensions;
    const source = (a - column) * rightCapacity;
    for (let b = 0; b <= a; b++) gram[target + b]! += products[source + b]!;
  }
}
