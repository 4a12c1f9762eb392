import { growMemory, instantiateKernels } from './kernelInstance.ts';

/**
 * A tile of dot products: the caller fills `left` and `right` with rows, calls `multiply`, reads `products`.
 * products[i · rightCapacity + j] = Σ_k left[i, k] · right[j, k], exact while every sum stays within 32 bits.
 * Entries beyond the rows asked for are undefined. Everything is overwritten by the next call.
 */
export interface DotTile<Row extends Int8Array | Int16Array> {
  /** Row-major [leftCapacity, dimensions]. */
  readonly left: Row;
  /** Row-major [rightCapacity, dimensions]. */
  readonly right: Row;
  /** Row-major [leftCapacity, rightCapacity]. */
  readonly products: Int32Array;
  readonly leftCapacity: number;
  readonly rightCapacity: number;
  readonly multiply: (leftRows: number, rightRows: number) => void;
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
 * Some 30 billion products per second and core with SIMD, about a twentieth of it without WebAssembly.
 * @throws RangeError for a shape that is not made of positive multiples
 */
export function createDotTile8(shape: DotTileShape): DotTile<Int8Array> {
  return createDotTile(shape, Int8Array);
}

/** Tile over 16-bit rows; the caller bounds the values so that no sum leaves 32 bits. */
export function createDotTile16(shape: DotTileShape): DotTile<Int16Array> {
  return createDotTile(shape, Int16Array);
}

/** The twin in plain TypeScript: what the compiled kernel must equal bit for bit, and what runs without WebAssembly. */
export function createPlainDotTile<Row extends Int8Array | Int16Array>(
  shape: DotTileShape,
  Rows: RowConstructor<Row>,
): DotTile<Row> {
  const { leftCapacity, rightCapacity, dimensions } = checkShape(shape);
  const left = new Rows(leftCapacity * dimensions);
  const right = new Rows(rightCapacity * dimensions);
  const products = new Int32Array(leftCapacity * rightCapacity);
  const multiply = (leftRows: number, rightRows: number): void => {
    checkRows(leftRows, rightRows, shape);
    for (let i = 0; i < leftRows; i++) {
      for (let j = 0; j < rightRows; j++) {
        let sum = 0;
        for (let k = 0, a = i * dimensions, b = j * dimensions; k < dimensions; k++, a++, b++) {
          sum = (sum + left[a]! * right[b]!) | 0;
        }
        products[i * rightCapacity + j] = sum;
      }
    }
  };
  return { left, right, products, leftCapacity, rightCapacity, multiply };
}

interface RowConstructor<Row> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Row;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Row;
}

function createDotTile<Row extends Int8Array | Int16Array>(
  shape: DotTileShape,
  Rows: RowConstructor<Row>,
): DotTile<Row> {
  const { leftCapacity, rightCapacity, dimensions } = checkShape(shape);
  const kernels = instantiateKernels();
  if (kernels === undefined) return createPlainDotTile(shape, Rows);
  const leftLength = leftCapacity * dimensions;
  const rightLength = rightCapacity * dimensions;
  const rightAt = align(leftLength * Rows.BYTES_PER_ELEMENT);
  const productsAt = rightAt + align(rightLength * Rows.BYTES_PER_ELEMENT);
  const scratchAt = productsAt + align(leftCapacity * rightCapacity * 4);
  const bytes = scratchAt + (leftLength + rightLength) * 2;
  const buffer = growMemory(kernels, bytes);
  const run = Rows.BYTES_PER_ELEMENT === 1 ? kernels.multiply8 : kernels.multiply16;
  return {
    left: new Rows(buffer, 0, leftLength),
    right: new Rows(buffer, rightAt, rightLength),
    products: new Int32Array(buffer, productsAt, leftCapacity * rightCapacity),
    leftCapacity,
    rightCapacity,
    multiply: (leftRows, rightRows) => {
      checkRows(leftRows, rightRows, shape);
      // The kernel works in blocks of 2 × 4; the rows it takes beyond those asked for are inside the capacities.
      const left = (leftRows + 1) & ~1;
      const right = (rightRows + 3) & ~3;
      run(0, left, rightAt, right, dimensions, productsAt, rightCapacity, scratchAt);
    },
  };
}

function align(bytes: number): number {
  return (bytes + 15) & ~15;
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
