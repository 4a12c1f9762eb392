import { copyRows } from './copyRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { borrowKernels, giveBackKernels, growMemory, type Kernels } from './kernelInstance.ts';

export interface UnitRowSums {
  /** Row-major [groups, dimensions]: the sum of the rows of each group at unit length. */
  readonly sums: Float64Array;
  /** Of all rows added: not exactly their number, since norms have 32 bits. */
  readonly squaredLengths: number;
}

/** Rows added in one call. */
const BLOCK_ROWS = 256;

/**
 * Adds up rows at unit length, group by group.
 * @param rows which rows of the matrix
 * @param groupOfRow for each entry of `rows` its group, 0 … groups − 1, or −1 for none
 * O(rows · dimensions): with SIMD 0.7 µs for a row of 512 columns, half the time without it. Deterministic: the sum of
 * a group has the order of its rows.
 */
export function sumUnitRows(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  groupOfRow: ArrayLike<number>,
  groups: number,
): UnitRowSums {
  const kernels = borrowKernels();
  return kernels === undefined
    ? sumPlainUnitRows(matrix, rows, groupOfRow, groups)
    : sumCompiledUnitRows(kernels, matrix, rows, groupOfRow, groups);
}

function sumCompiledUnitRows(
  kernels: Kernels,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  groupOfRow: ArrayLike<number>,
  groups: number,
): UnitRowSums {
  const { dimensions } = matrix;
  const factorsAt = BLOCK_ROWS * dimensions;
  const groupsAt = factorsAt + BLOCK_ROWS * 8;
  const sumsAt = groupsAt + BLOCK_ROWS * 4;
  const buffer = growMemory(kernels, sumsAt + groups * dimensions * 8);
  const values = new Int8Array(buffer, 0, factorsAt);
  const block: Block = {
    rows: new Uint32Array(BLOCK_ROWS),
    factors: new Float64Array(buffer, factorsAt, BLOCK_ROWS),
    groups: new Uint32Array(buffer, groupsAt, BLOCK_ROWS),
  };
  const sums = new Float64Array(buffer, sumsAt, groups * dimensions).fill(0);
  const places = placesInGroups(groupOfRow, rows.length);
  let squaredLengths = 0;
  for (let start = 0; start < places.length; start += BLOCK_ROWS) {
    const placesOfBlock = places.subarray(start, start + BLOCK_ROWS);
    const count = placesOfBlock.length;
    fillBlock(block, matrix, placesOfBlock, rows, groupOfRow);
    copyRows(matrix, block.rows.subarray(0, count), values);
    squaredLengths = kernels.addUnitRows(
      0,
      factorsAt,
      groupsAt,
      count,
      dimensions,
      sumsAt,
      squaredLengths,
    );
  }
  const result = sums.slice();
  giveBackKernels(kernels);
  return { sums: result, squaredLengths };
}

/** The places of rows that have a group. */
function placesInGroups(groupOfRow: ArrayLike<number>, rows: number): Uint32Array {
  const places = new Uint32Array(rows);
  let count = 0;
  for (let place = 0; place < rows; place++) {
    if (groupOfRow[place]! >= 0) places[count++] = place;
  }
  return places.subarray(0, count);
}

/** Rows that are added in one call. */
interface Block {
  readonly rows: Uint32Array;
  /** What makes their lengths one. */
  readonly factors: Float64Array;
  readonly groups: Uint32Array;
}

function fillBlock(
  block: Block,
  { inverseNorms }: EmbeddingMatrix,
  places: Uint32Array,
  rows: Uint32Array,
  groupOfRow: ArrayLike<number>,
): void {
  for (let i = 0; i < places.length; i++) {
    const row = rows[places[i]!]!;
    block.rows[i] = row;
    block.factors[i] = inverseNorms[row]!;
    block.groups[i] = groupOfRow[places[i]!]!;
  }
}

/** The twin in plain TypeScript: what the compiled kernel must equal bit for bit, and what runs without WebAssembly. */
export function sumPlainUnitRows(
  { dimensions, values, inverseNorms }: EmbeddingMatrix,
  rows: Uint32Array,
  groupOfRow: ArrayLike<number>,
  groups: number,
): UnitRowSums {
  const sums = new Float64Array(groups * dimensions);
  let squaredLengths = 0;
  for (let i = 0; i < rows.length; i++) {
    const group = groupOfRow[i]!;
    if (group < 0) continue;
    const factor = inverseNorms[rows[i]!]!;
    for (let k = 0, at = rows[i]! * dimensions; k < dimensions; k++, at++) {
      const value = values[at]! * factor;
      sums[group * dimensions + k]! += value;
      squaredLengths += value * value;
    }
  }
  return { sums, squaredLengths };
}
