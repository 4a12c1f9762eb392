import { growMemory, instantiateKernels, type Kernels } from './kernelInstance.ts';

/** Rows of 8-bit integers, kept where weighted sums of them are fast. */
export interface RowStore {
  /** Keeps values[offset] … values[offset + columns − 1]; returns the row's place, 0 for the first. */
  keep(values: Int8Array, offset: number): number;
  /**
   * sums[k] = Σ_i factors[i] · row(places[i])[k] over the first `count` places, exact.
   * @param places, factors at least `count`, which is at most `LARGEST_SUM`
   * @param sums [columns] overwritten
   */
  sumRows(places: Uint32Array, factors: Int16Array, count: number, sums: Int32Array): void;
}

/** Rows in one sum: 512 · 127 · 32,767 stays within 32 bits. */
export const LARGEST_SUM = 512;

const FIRST_CAPACITY = 1_024;

/**
 * A store that grows by halves. With SIMD one row of 256 columns takes some 10 ns, about a twentieth of the time without it.
 * @param columns a multiple of 32
 * @throws RangeError for another number of columns
 */
export function createRowStore(columns: number): RowStore {
  const kernels = instantiateKernels();
  return kernels === undefined
    ? createPlainRowStore(columns)
    : createCompiledRowStore(checkColumns(columns), kernels);
}

function createCompiledRowStore(columns: number, kernels: Kernels): RowStore {
  const factorsAt = LARGEST_SUM * 4;
  const sumsAt = factorsAt + LARGEST_SUM * 2;
  const rowsAt = sumsAt + columns * 4;
  let count = 0;
  let capacity = 0;
  let placesOfSum = new Uint32Array(0);
  let factorsOfSum = new Int16Array(0);
  let result = new Int32Array(0);
  let rows = new Int8Array(0);

  const grow = (wanted: number): void => {
    capacity = wanted;
    const buffer = growMemory(kernels, rowsAt + capacity * columns);
    placesOfSum = new Uint32Array(buffer, 0, LARGEST_SUM);
    factorsOfSum = new Int16Array(buffer, factorsAt, LARGEST_SUM);
    result = new Int32Array(buffer, sumsAt, columns);
    rows = new Int8Array(buffer, rowsAt, capacity * columns);
  };
  grow(FIRST_CAPACITY);

  return {
    keep(values, offset) {
      if (count === capacity) grow(capacity + (capacity >> 1));
      rows.set(values.subarray(offset, offset + columns), count * columns);
      return count++;
    },
    sumRows(places, factors, length, sums) {
      for (let i = 0; i < length; i++) {
        placesOfSum[i] = places[i]!;
        factorsOfSum[i] = factors[i]!;
      }
      // The kernel takes rows in pairs: an odd one gets a companion that does not count.
      if (length % 2 === 1) placesOfSum[length] = factorsOfSum[length] = 0;
      kernels.sumRows(rowsAt, 0, factorsAt, (length + 1) & ~1, columns, sumsAt);
      sums.set(result);
    },
  };
}

/** The twin in plain TypeScript: what the compiled kernel must equal bit for bit, and what runs without WebAssembly. */
export function createPlainRowStore(columns: number): RowStore {
  let rows = new Int8Array(FIRST_CAPACITY * checkColumns(columns));
  let count = 0;
  return {
    keep(values, offset) {
      if ((count + 1) * columns > rows.length) {
        const larger = new Int8Array(rows.length + (rows.length >> 1));
        larger.set(rows);
        rows = larger;
      }
      rows.set(values.subarray(offset, offset + columns), count * columns);
      return count++;
    },
    sumRows(places, factors, length, sums) {
      sums.fill(0);
      for (let i = 0; i < length; i++) {
        const factor = factors[i]!;
        for (let k = 0, at = places[i]! * columns; k < columns; k++, at++) {
          sums[k]! += factor * rows[at]!;
        }
      }
    },
  };
}

function checkColumns(columns: number): number {
  if (!Number.isInteger(columns) || columns <= 0 || columns % 32 !== 0) {
    throw new RangeError(`columns: got ${columns}, expected a positive multiple of 32`);
  }
  return columns;
}
