import { clearBestRows, offerRow, type BestRows } from './bestRows.ts';
import { borrowKernels, type Kernels } from './kernelInstance.ts';
import {
  createCompiledDotTile,
  createPlainDotTile,
  type DotTile,
  type DotTileShape,
} from './kernels.ts';

/**
 * A tile of dot products whose rows are offered to each other, with products[i, j] times the factor of the row that is offered
 * as score. The caller fills what stands beside the rows.
 */
export interface SearchTile extends DotTile {
  /** Gone with the tile. */
  readonly best: BestRows;
  /** [most left rows multiplied at once] */
  readonly leftFactors: Float64Array;
  /** For each left row its place in `best`. */
  readonly places: Uint32Array;
  /** For each left row the row that it is not offered: itself. */
  readonly own: Uint32Array;
  /** [rightCapacity] */
  readonly rightFactors: Float64Array;
  readonly rightLimits: Float64Array;
  /** Which row stands at the right. */
  readonly candidates: Uint32Array;
  /** Offers the right rows to the left rows. */
  readonly offerToLeft: (leftRows: number, rightRows: number) => void;
  /**
   * Finds pairs with products[i, j] · leftFactors[i] ≥ rightLimits[j]; returns how many. A pair (i, j) is i · 65,536 + j; pairs
   * ascend.
   */
  readonly pairsForRight: (leftRows: number, rightRows: number) => number;
  /** What was found last; the rest is undefined. */
  readonly pairs: Uint32Array;
}

/** Left rows multiplied at once. */
export const LEFT_ROWS = 64;

export interface SearchTileShape extends DotTileShape {
  /** Rows whose best are kept. */
  readonly queries: number;
  /** How many are kept of each. */
  readonly width: number;
}

/** With SIMD a product is compared in 0.5 ns, in a third of the time without it. */
export function createSearchTile(shape: SearchTileShape): SearchTile {
  const kernels = borrowKernels();
  return kernels === undefined ? createPlainSearchTile(shape) : createCompiled(kernels, shape);
}

function createCompiled(kernels: Kernels, shape: SearchTileShape): SearchTile {
  const { rightCapacity } = shape;
  const restBytes = bytesOfParts(shape);
  const { tile, buffer, restAt } = createCompiledDotTile(kernels, shape, restBytes);
  const parts = partsIn(buffer, restAt, shape);
  const { best, leftFactors, places, rightFactors, rightLimits, candidates, pairs } = parts;
  const productsAt = tile.products.byteOffset;
  /** The kernels take right rows in fours: nothing is at least, or times, not a number. */
  const padRight = (values: Float64Array, rightRows: number): number => {
    const rows = (rightRows + 3) & ~3;
    values.fill(NaN, rightRows, rows);
    return rows;
  };
  const offerToLeft = (leftRows: number, rightRows: number): void =>
    kernels.offerToLeft(
      productsAt,
      rightCapacity,
      leftRows,
      padRight(rightFactors, rightRows),
      rightFactors.byteOffset,
      candidates.byteOffset,
      parts.own.byteOffset,
      places.byteOffset,
      shape.width,
      best.scores.byteOffset,
      best.rows.byteOffset,
    );
  const pairsForRight = (leftRows: number, rightRows: number): number =>
    kernels.pairsForRight(
      productsAt,
      rightCapacity,
      leftRows,
      padRight(rightLimits, rightRows),
      leftFactors.byteOffset,
      rightLimits.byteOffset,
      pairs.byteOffset,
    );
  return searchTile(tile, parts, offerToLeft, pairsForRight);
}

/** The twin in plain TypeScript: what the compiled kernels must equal bit for bit, and what runs without WebAssembly. */
export function createPlainSearchTile(shape: SearchTileShape): SearchTile {
  const { rightCapacity } = shape;
  const tile = createPlainDotTile(shape);
  const buffer = new ArrayBuffer(bytesOfParts(shape));
  const parts = partsIn(buffer, 0, shape);
  const { best, leftFactors, places, rightFactors, rightLimits, candidates, pairs } = parts;
  const offerToLeft = (leftRows: number, rightRows: number): void => {
    for (let i = 0; i < leftRows; i++) {
      for (let j = 0; j < rightRows; j++) {
        if (candidates[j] === parts.own[i]) continue;
        const score = tile.products[i * rightCapacity + j]! * rightFactors[j]!;
        offerRow(best, places[i]!, score, candidates[j]!);
      }
    }
  };
  const pairsForRight = (leftRows: number, rightRows: number): number => {
    let count = 0;
    for (let i = 0; i < leftRows; i++) {
      for (let j = 0; j < rightRows; j++) {
        const score = tile.products[i * rightCapacity + j]! * leftFactors[i]!;
        if (score >= rightLimits[j]!) pairs[count++] = (i << 16) | j;
      }
    }
    return count;
  };
  return searchTile(tile, parts, offerToLeft, pairsForRight);
}

/** One shape for all tiles, which a spread would not give: what searches with them would be compiled anew for each. */
function searchTile(
  tile: DotTile,
  parts: ReturnType<typeof partsIn>,
  offerToLeft: SearchTile['offerToLeft'],
  pairsForRight: SearchTile['pairsForRight'],
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
    best: parts.best,
    leftFactors: parts.leftFactors,
    places: parts.places,
    own: parts.own,
    rightFactors: parts.rightFactors,
    rightLimits: parts.rightLimits,
    candidates: parts.candidates,
    offerToLeft,
    pairsForRight,
    pairs: parts.pairs,
  };
}

/** In the order in which `partsIn` takes them: 64-bit floats, then 32-bit integers. */
function bytesOfParts({ rightCapacity, queries, width }: SearchTileShape): number {
  const scores = queries * width;
  const floats = scores + LEFT_ROWS + 2 * rightCapacity;
  const integers = scores + 2 * LEFT_ROWS + rightCapacity + LEFT_ROWS * rightCapacity;
  return 8 * floats + 4 * integers;
}

function partsIn(
  buffer: ArrayBuffer,
  at: number,
  { rightCapacity, queries, width }: SearchTileShape,
) {
  const floats = (length: number) => {
    at += 8 * length;
    return new Float64Array(buffer, at - 8 * length, length);
  };
  const integers = (length: number) => {
    at += 4 * length;
    return new Uint32Array(buffer, at - 4 * length, length);
  };
  const scores = floats(queries * width);
  const leftFactors = floats(LEFT_ROWS);
  const rightFactors = floats(rightCapacity);
  const rightLimits = floats(rightCapacity);
  const rows = new Int32Array(buffer, integers(scores.length).byteOffset, scores.length);
  const best = { rows, scores, width };
  clearBestRows(best);
  return {
    best,
    leftFactors,
    rightFactors,
    rightLimits,
    places: integers(LEFT_ROWS),
    own: integers(LEFT_ROWS),
    candidates: integers(rightCapacity),
    pairs: integers(LEFT_ROWS * rightCapacity),
  };
}
