import { borrowKernels, giveBackKernels, growMemory, type Kernels } from './kernelInstance.ts';

/**
 * A tile of dot products: the caller fills `left` and `right` with rows, calls `multiply`, reads `products`.
 * products[i · rightCapacity + j] = Σ_k left[i, k] · right[j, k], exact while every sum stays within 32 bits.
 * Entries beyond the rows asked for are undefined. Everything is overwritten by the next call.
 */
export interface DotTile {
  /** Row-major [leftCapacity, dimensions]. */
  readonly left: Int8Array;
  /** Row-major [rightCapacity, dimensions]. */
  readonly right: Int8Array;
  /** Row-major [leftCapacity, rightCapacity]. */
  readonly products: Int32Array;
  readonly leftCapacity: number;
  readonly rightCapacity: number;
  readonly multiply: (leftRows: number, rightRows: number) => void;
  /** Takes up the right rows, with which `multiplyLeft` then multiplies any left rows: `multiply` in two steps. */
  readonly packRight: (rightRows: number) => void;
  /**
   * @param rightRows no more than were taken up
   * @param leftFrom the first of the left rows, where others than the first are to be multiplied; their products come first
   */
  readonly multiplyLeft: (leftRows: number, rightRows: number, leftFrom?: number) => void;
  /** Called at most once: lets another tile have the memory of this one, which must not be used any more. */
  readonly release: () => void;
}

export interface DotTileShape {
  /** Both capacities are multiples of 4. */
  readonly leftCapacity: number;
  readonly rightCapacity: number;
  /** A multiple of 8. */
  readonly dimensions: number;
}

/**
 * Tile over 8-bit rows: exact for up to 133,000 dimensions.
 * Some 40 billion products per second and core with SIMD, twice as many where the processor multiplies bytes (AVX-VNNI or Arm's
 * dot product) and the engine lets it, about a twentieth without WebAssembly.
 * @throws RangeError for a shape that is not made of positive multiples
 */
export function createDotTile8(shape: DotTileShape): DotTile {
  checkShape(shape);
  const kernels = borrowKernels();
  return kernels === undefined
    ? createPlainDotTile(shape)
    : createCompiledDotTile(kernels, shape).tile;
}

/** The twin in plain TypeScript: what the compiled kernel must equal bit for bit, and what runs without WebAssembly. */
export function createPlainDotTile(shape: DotTileShape): DotTile {
  const { leftCapacity, rightCapacity, dimensions } = checkShape(shape);
  const left = new Int8Array(leftCapacity * dimensions);
  const right = new Int8Array(rightCapacity * dimensions);
  const products = new Int32Array(leftCapacity * rightCapacity);
  const packed = new Int8Array(right.length);
  const packRight = (rightRows: number): void => {
    checkRows(0, rightRows, shape);
    packed.set(right.subarray(0, rightRows * dimensions));
  };
  const multiplyLeft = (leftRows: number, rightRows: number, leftFrom = 0): void => {
    checkRows(leftFrom + leftRows, rightRows, shape);
    for (let i = 0; i < leftRows; i++) {
      for (let j = 0; j < rightRows; j++) {
        let sum = 0;
        for (
          let k = 0, a = (leftFrom + i) * dimensions, b = j * dimensions;
          k < dimensions;
          k++, a++, b++
        ) {
          sum = (sum + left[a]! * packed[b]!) | 0;
        }
        products[i * rightCapacity + j] = sum;
      }
    }
  };
  const multiply = (leftRows: number, rightRows: number): void => {
    packRight(rightRows);
    multiplyLeft(leftRows, rightRows);
  };
  return {
    left,
    right,
    products,
    leftCapacity,
    rightCapacity,
    multiply,
    packRight,
    multiplyLeft,
    release() {},
  };
}

/**
 * A tile in the memory of an instance that has nothing else in it.
 * @param restBytes room wanted beside the tile, from `restAt` on, which 16 divides
 */
export function createCompiledDotTile(
  kernels: Kernels,
  shape: DotTileShape,
  restBytes = 0,
): { readonly tile: DotTile; readonly buffer: ArrayBuffer; readonly restAt: number } {
  const { leftCapacity, rightCapacity, dimensions } = checkShape(shape);
  const leftLength = leftCapacity * dimensions;
  const rightLength = rightCapacity * dimensions;
  const rightAt = align(leftLength);
  const productsAt = rightAt + align(rightLength);
  const packedLeftAt = productsAt + align(leftCapacity * rightCapacity * 4);
  // Packed rows are widened to 16 bits, or have a vector of their own in front and are rounded up to whole vectors.
  const packedRightAt = packedLeftAt + leftLength * 2 + leftCapacity * VECTOR_BYTES;
  const restAt = align(packedRightAt + rightLength * 2);
  const buffer = growMemory(kernels, restAt + restBytes);
  // The kernels work in blocks of 2 × 4; the rows they take beyond those asked for are inside the capacities.
  const packRight = (rightRows: number): void => {
    checkRows(0, rightRows, shape);
    kernels.packRight(rightAt, (rightRows + 3) & ~3, dimensions, packedRightAt);
  };
  const multiplyLeft = (leftRows: number, rightRows: number, leftFrom = 0): void => {
    checkRows(leftFrom + leftRows, rightRows, shape);
    const rows = Math.min((leftRows + 1) & ~1, leftCapacity - leftFrom);
    const columns = (rightRows + 3) & ~3;
    kernels.packLeft(leftFrom * dimensions, rows, dimensions, packedLeftAt);
    kernels.multiplyPacked(
      packedLeftAt,
      rows,
      packedRightAt,
      columns,
      dimensions,
      productsAt,
      rightCapacity,
    );
  };
  const multiply = (leftRows: number, rightRows: number): void => {
    packRight(rightRows);
    multiplyLeft(leftRows, rightRows);
  };
  const tile = {
    left: new Int8Array(buffer, 0, leftLength),
    right: new Int8Array(buffer, rightAt, rightLength),
    products: new Int32Array(buffer, productsAt, leftCapacity * rightCapacity),
    leftCapacity,
    rightCapacity,
    multiply,
    packRight,
    multiplyLeft,
    release: () => giveBackKernels(kernels),
  };
  return { tile, buffer, restAt };
}

const VECTOR_BYTES = 16;

function align(bytes: number): number {
  return (bytes + VECTOR_BYTES - 1) & -VECTOR_BYTES;
}

function checkShape(shape: DotTileShape): DotTileShape {
  for (const [name, multiple] of [
    ['leftCapacity', 4],
    ['rightCapacity', 4],
    ['dimensions', 8],
  ] as const) {
    const got = shape[name];
    if (!Number.isInteger(got) || got <= 0 || got % multiple !== 0) {
      throw new RangeError(`${name}: got ${got}, expected a positive multiple of ${multiple}`);
    }
  }
  return shape;
}

function checkRows(leftRows: number, rightRows: number, shape: DotTileShape): void {
  if (leftRows > shape.leftCapacity || rightRows > shape.rightCapacity) {
    throw new RangeError(
      `rows: got ${leftRows} × ${rightRows}, expected at most ${shape.leftCapacity} × ${shape.rightCapacity}`,
    );
  }
}
