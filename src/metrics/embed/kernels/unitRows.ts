// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// sumPlainUnitRows in ../sumUnitRows.ts. Addresses are byte offsets into the module's memory.

const VECTOR: usize = 16;
/** Entries of a row taken at a time, and the bytes that their sums take. */
const LANES: usize = 4;
const SUM_BYTES: usize = 32;

/** target[0 … 1] += two values. */
function addTwo(target: usize, values: v128): void {
  v128.store(target, f64x2.add(v128.load(target), values));
}

/** The squares of two values on top of `sum`, one after the other. */
function addSquares(sum: f64, values: v128): f64 {
  const squares = f64x2.mul(values, values);
  sum += f64x2.extract_lane(squares, 0);
  return sum + f64x2.extract_lane(squares, 1);
}

/**
 * Adds rows times their factors, each to the sum of its group: sums[groups[i], k] += rows[i, k] · factors[i], row by row.
 * Rows have 8 bits, factors and sums are 64-bit floats. The sum of all squares, which waits for each of its additions, is made
 * beside the others and costs little.
 * @param columns a multiple of 4
 * @returns the squares of what was added, on top of `squaredLengths`
 */
export function addUnitRows(
  rows: usize,
  factors: usize,
  groups: usize,
  count: usize,
  columns: usize,
  sums: usize,
  squaredLengths: f64,
): f64 {
  let row = rows;
  for (let i: usize = 0; i < count; i++) {
    const factor = f64x2.splat(load<f64>(factors + 8 * i));
    let sum = sums + 8 * columns * (load<u32>(groups + 4 * i) as usize);
    for (const end = row + columns; row < end; row += LANES) {
      const four = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(row)));
      const upper = v128.shuffle<i32>(four, four, 2, 3, 2, 3);
      const low = f64x2.mul(f64x2.convert_low_i32x4_s(four), factor);
      const high = f64x2.mul(f64x2.convert_low_i32x4_s(upper), factor);
      addTwo(sum, low);
      addTwo(sum + VECTOR, high);
      squaredLengths = addSquares(addSquares(squaredLengths, low), high);
      sum += SUM_BYTES;
    }
  }
  return squaredLengths;
}
