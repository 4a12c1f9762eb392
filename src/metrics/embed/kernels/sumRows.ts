// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// createPlainRowStore in ../rowStore.ts. Addresses are byte offsets into the module's memory.

/** Columns whose sums stay in vector registers while all rows go by: eight registers of four sums each. */
const BLOCK_COLUMNS: usize = 32;
const VECTOR: usize = 16;

/** The columns 0 … 7 of two rows, taken in turns. */
function interleaveLow(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/** The columns 8 … 15 of two rows, taken in turns. */
function interleaveHigh(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** Adds four columns of two rows, each row times its own factor. */
function addLow(sum: v128, pairs: v128, factors: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(pairs), factors));
}

function addHigh(sum: v128, pairs: v128, factors: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(pairs), factors));
}

/**
 * sums[k] = Σ_i factors[i] · rows[places[i] · columns + k]: rows of 8 bits, factors of 16, sums of 32, which wrap.
 * count a multiple of 2, columns of 32.
 */
export function sumRows(
  rows: usize,
  places: usize,
  factors: usize,
  count: usize,
  columns: usize,
  sums: usize,
): void {
  for (let column: usize = 0; column < columns; column += BLOCK_COLUMNS) {
    const block = rows + column;
    let s0 = i32x4.splat(0),
      s1 = s0,
      s2 = s0,
      s3 = s0,
      s4 = s0,
      s5 = s0,
      s6 = s0,
      s7 = s0;
    for (let i: usize = 0; i < count; i += 2) {
      const pair = i32x4.splat(load<i32>(factors + 2 * i));
      const a = block + (load<u32>(places + 4 * i) as usize) * columns;
      const b = block + (load<u32>(places + 4 * i, 4) as usize) * columns;
      let x = v128.load(a);
      let y = v128.load(b);
      let turns = interleaveLow(x, y);
      s0 = addLow(s0, turns, pair);
      s1 = addHigh(s1, turns, pair);
      turns = interleaveHigh(x, y);
      s2 = addLow(s2, turns, pair);
      s3 = addHigh(s3, turns, pair);
      x = v128.load(a, VECTOR);
      y = v128.load(b, VECTOR);
      turns = interleaveLow(x, y);
      s4 = addLow(s4, turns, pair);
      s5 = addHigh(s5, turns, pair);
      turns = interleaveHigh(x, y);
      s6 = addLow(s6, turns, pair);
      s7 = addHigh(s7, turns, pair);
    }
    const target = sums + 4 * column;
    v128.store(target, s0);
    v128.store(target, s1, VECTOR);
    v128.store(target, s2, 2 * VECTOR);
    v128.store(target, s3, 3 * VECTOR);
    v128.store(target, s4, 4 * VECTOR);
    v128.store(target, s5, 5 * VECTOR);
    v128.store(target, s6, 6 * VECTOR);
    v128.store(target, s7, 7 * VECTOR);
  }
}
