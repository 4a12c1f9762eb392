import { borrowKernels, type Kernels } from './kernelInstance.ts';
import {
  createCompiledDotTile,
  createPlainDotTile,
  type DotTile,
  type DotTileShape,
} from './kernels.ts';

/**
 * A tile of dot products that tells which of them are worth a look. The caller fills factors and limits beside the rows.
 * A pair (i, j) is i · 65,536 + j; pairs ascend.
 */
export interface SearchTile extends DotTile {
  /** [most left rows multiplied at once] */
  readonly leftFactors: Float64Array;
  readonly leftLimits: Float64Array;
  /** [rightCapacity] */
  readonly rightFactors: Float64Array;
  readonly rightLimits: Float64Array;
  /** What was found last; the rest is undefined. */
  readonly pairs: Uint32Array;
  /** Finds pairs with products[i, j] · rightFactors[j] ≥ leftLimits[i]; returns how many. */
  readonly pairsForLeft: FindPairs;
  /** Finds pairs with products[i, j] · leftFactors[i] ≥ rightLimits[j]; returns how many. */
  readonly pairsForRight: FindPairs;
}

/** Looks at the left rows before `leftRows` and the right rows rightFrom, a multiple of 4, … rightTo − 1. */
type FindPairs = (leftRows: number, rightFrom: number, rightTo: number) => number;

/** Left rows multiplied at once. */
export const LEFT_ROWS = 64;
export const RIGHT_ROWS = 256;

/**
 * Where the part of the right side ends that begins at `from`: 16, 64 or 256 rows. Searched part by part, each with the limits
 * that those before it have set, left rows that had no limit find far fewer than all.
 */
export function endOfPart(from: number, rightRows: number): number {
  return Math.min(rightRows, Math.max(FIRST_PART, 4 * from));
}

const FIRST_PART = 16;

/**
 * A tile of 64 × 256 products. With SIMD a product is compared in 0.5 ns, in a third of the time without it.
 * @param leftCapacity rows that the left side holds, a multiple of 64, of which 64 are multiplied at once
 * @param dimensions a multiple of 8
 */
export function createSearchTile(dimensions: number, leftCapacity = LEFT_ROWS): SearchTile {
  const shape = { leftCapacity, rightCapacity: RIGHT_ROWS, dimensions };
  const kernels = borrowKernels();
  return kernels === undefined ? createPlainSearchTile(shape) : createCompiled(kernels, shape);
}

const FLOAT_BYTES = Float64Array.BYTES_PER_ELEMENT;

function createCompiled(kernels: Kernels, shape: DotTileShape): SearchTile {
  const { rightCapacity } = shape;
  const floats = 2 * (LEFT_ROWS + rightCapacity);
  const pairBytes = LEFT_ROWS * rightCapacity * Uint32Array.BYTES_PER_ELEMENT;
  const restBytes = floats * FLOAT_BYTES + pairBytes;
  const { tile, buffer, restAt } = createCompiledDotTile(kernels, shape, restBytes);
  const parts = partsIn(buffer, restAt, rightCapacity);
  const find = (
    run: Kernels['pairsForLeft'],
    factors: Float64Array,
    limits: Float64Array,
    leftRows: number,
    rightFrom: number,
    rightTo: number,
  ): number => {
    const end = (rightTo + 3) & ~3;
    // The kernel takes rows in fours: nothing is at least, or times, not a number.
    parts.rightFactors.fill(NaN, rightTo, end);
    parts.rightLimits.fill(NaN, rightTo, end);
    return run(
      tile.products.byteOffset,
      rightCapacity,
      leftRows,
      rightFrom,
      end,
      factors.byteOffset,
      limits.byteOffset,
      parts.pairs.byteOffset,
    );
  };
  const { leftFactors, leftLimits, rightFactors, rightLimits } = parts;
  return searchTile(
    tile,
    parts,
    (leftRows, rightFrom, rightTo) =>
      find(kernels.pairsForLeft, rightFactors, leftLimits, leftRows, rightFrom, rightTo),
    (leftRows, rightFrom, rightTo) =>
      find(kernels.pairsForRight, leftFactors, rightLimits, leftRows, rightFrom, rightTo),
  );
}

/** The twin in plain TypeScript: what the compiled kernels must equal bit for bit, and what runs without WebAssembly. */
export function createPlainSearchTile(shape: DotTileShape): SearchTile {
  const { rightCapacity } = shape;
  const tile = createPlainDotTile(shape);
  const floats = 2 * (LEFT_ROWS + rightCapacity) * FLOAT_BYTES;
  const buffer = new ArrayBuffer(floats + LEFT_ROWS * rightCapacity * 4);
  const parts = partsIn(buffer, 0, rightCapacity);
  const { leftFactors, leftLimits, rightFactors, rightLimits, pairs } = parts;
  const find = (
    leftRows: number,
    rightFrom: number,
    rightTo: number,
    reaches: (product: number, i: number, j: number) => boolean,
  ): number => {
    let count = 0;
    for (let i = 0; i < leftRows; i++) {
      for (let j = rightFrom; j < rightTo; j++) {
        const product = tile.products[i * rightCapacity + j]!;
        if (reaches(product, i, j)) pairs[count++] = (i << 16) | j;
      }
    }
    return count;
  };
  return searchTile(
    tile,
    parts,
    (leftRows, from, to) =>
      find(leftRows, from, to, (product, i, j) => product * rightFactors[j]! >= leftLimits[i]!),
    (leftRows, from, to) =>
      find(leftRows, from, to, (product, i, j) => product * leftFactors[i]! >= rightLimits[j]!),
  );
}

/** One shape for all tiles, which a spread would not give: what searches with them would be compiled anew for each. */
function searchTile(
  tile: DotTile,
  parts: ReturnType<typeof partsIn>,
  pairsForLeft: FindPairs,
  pairsForRight: FindPairs,
): SearchTile {
  return {
    left: tile.left,
    right: tile.right,
    products: tile.products,
    leftCapacity: tile.leftCapacity,
    rightCapacity: tile.rightCapacity,
    multiply: tile.multiply,
    packRight: tile.packRight,
    multiplyLeft: tile.multiplyLeft,
    release: tile.release,
    leftFactors: parts.leftFactors,
    leftLimits: parts.leftLimits,
    rightFactors: parts.rightFactors,
    rightLimits: parts.rightLimits,
    pairs: parts.pairs,
    pairsForLeft,
    pairsForRight,
  };
}

function partsIn(buffer: ArrayBuffer, at: number, rightCapacity: number) {
  const leftBytes = LEFT_ROWS * FLOAT_BYTES;
  const rightBytes = rightCapacity * FLOAT_BYTES;
  return {
    leftFactors: new Float64Array(buffer, at, LEFT_ROWS),
    leftLimits: new Float64Array(buffer, at + leftBytes, LEFT_ROWS),
    rightFactors: new Float64Array(buffer, at + 2 * leftBytes, rightCapacity),
    rightLimits: new Float64Array(buffer, at + 2 * leftBytes + rightBytes, rightCapacity),
    pairs: new Uint32Array(buffer, at + 2 * (leftBytes + rightBytes), LEFT_ROWS * rightCapacity),
  };
}
