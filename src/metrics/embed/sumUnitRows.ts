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
  const { dimensions, inverseNorms } = matrix;
  const factorsAt = BLOCK_ROWS * dimensions;
  const groupsAt = factorsAt + BLOCK_ROWS * 8;
  const sumsAt = groupsAt + BLOCK_ROWS * 4;
  const buffer = growMemory(kernels, sumsAt + groups * dimensions * 8);
  const values = new Int8Array(buffer, 0, factorsAt);
  const factors = new Float64Array(buffer, factorsAt, BLOCK_ROWS);
  const groupOfFactor = new Uint32Array(buffer, groupsAt, BLOCK_ROWS);
  const sums = new Float64Array(buffer, sumsAt, groups * dimensions).fill(0);
  const block = new Uint32Array(BLOCK_ROWS);
  let count = 0;
  let squaredLengths = 0;
  const addBlock = (): void => {
    copyRows(matrix, block.subarray(0, count), values);
    squaredLengths = kernels.addUnitRows(
      0,
      factorsAt,
      groupsAt,
      count,
      dimensions,
      sumsAt,
      squaredLengths,
    );
    count = 0;
  };
  for (let i = 0; i < rows.length; i++) {
    if (groupOfRow[i]! < 0) continue;
    block[count] = rows[i]!;
    factors[count] = inverseNorms[rows[i]!]!;
    groupOfFactor[count++] = groupOfRow[i]!;
    if (count === BLOCK_ROWS) addBlock();
  }
  addBlock();
  const result = sums.slice();
  giveBackKernels(kernels);
  return { sums: result, squaredLengths };
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
