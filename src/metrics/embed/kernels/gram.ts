// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// addPlainGram in ../../macro/gram.ts. Addresses are byte offsets into the module's memory.

/** Columns side by side in a panel, and the bytes that two rows of them take: 16 values of 16 bits. */
const PANEL: usize = 8;
const PANEL_PAIR: usize = 32;
const VECTOR: usize = 16;

/** ⌊x · factor + 4,096.5⌋ − 4,096 for four integers: rounded, as long as that lies above −4,096. */
function scaled(four: v128, factor: v128): v128 {
  const shift = f64x2.splat(4096.5);
  const upper = v128.shuffle<i32>(four, four, 2, 3, 2, 3);
  const a = f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_s(four), factor), shift);
  const b = f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_s(upper), factor), shift);
  const whole = v128.shuffle<i64>(
    i32x4.trunc_sat_f64x2_s_zero(a),
    i32x4.trunc_sat_f64x2_s_zero(b),
    0,
    2,
  );
  return i32x4.sub(whole, i32x4.splat(4096));
}

/** Eight values of a row, scaled, as 16-bit lanes. */
function scaledLanes(source: usize, factor: f64): v128 {
  const values = v128.load_ext<i8>(source);
  const factors = f64x2.splat(factor);
  const low = scaled(i32x4.extend_low_i16x8_s(values), factors);
  const high = scaled(i32x4.extend_high_i16x8_s(values), factors);
  return i16x8.narrow_i32x4_s(low, high);
}

/**
 * Scales rows of 8-bit integers and lays them out in panels of eight columns, two rows in turns, so that a multiplication
 * reads one stream for each side and its sums need no turning.
 * @param factors one 64-bit float for each of the 2 · `pairs` rows
 * @param columns a multiple of 8
 * @param panels room for columns · pairs · 4 bytes
 */
export function packGramRows(
  rows: usize,
  factors: usize,
  pairs: usize,
  columns: usize,
  panels: usize,
): void {
  for (let pair: usize = 0; pair < pairs; pair++) {
    const first = rows + 2 * pair * columns;
    const firstFactor = load<f64>(factors + 16 * pair);
    const secondFactor = load<f64>(factors + 16 * pair, 8);
    for (let column: usize = 0; column < columns; column += PANEL) {
      const a = scaledLanes(first + column, firstFactor);
      const b = scaledLanes(first + columns + column, secondFactor);
      const target = panels + (column / PANEL) * pairs * PANEL_PAIR + pair * PANEL_PAIR;
      v128.store(target, v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11));
      v128.store(target, v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), VECTOR);
    }
  }
}

/** Adds four sums to four 64-bit floats. */
function addSums(target: usize, sums: v128): void {
  const upper = v128.shuffle<i32>(sums, sums, 2, 3, 2, 3);
  v128.store(target, f64x2.add(v128.load(target), f64x2.convert_low_i32x4_s(sums)));
  v128.store(
    target,
    f64x2.add(v128.load(target, VECTOR), f64x2.convert_low_i32x4_s(upper)),
    VECTOR,
  );
}

/**
 * gram[a · columns + b] += Σ over the packed rows of column a times column b, for all b ≤ a and some above the diagonal.
 * The sums of one call must stay within 32 bits.
 */
export function addPackedGram(panels: usize, pairs: usize, columns: usize, gram: usize): void {
  const panelBytes = pairs * PANEL_PAIR;
  const zero = i32x4.splat(0);
  for (let right: usize = 0; right < columns; right += PANEL) {
    const rightPanel = panels + (right / PANEL) * panelBytes;
    for (let left: usize = right; left < columns; left += 4) {
      let a = panels + (left / PANEL) * panelBytes + (left % PANEL) * 4;
      let b = rightPanel;
      const end = b + panelBytes;
      let s00 = zero,
        s01 = zero,
        s10 = zero,
        s11 = zero;
      let s20 = zero,
        s21 = zero,
        s30 = zero,
        s31 = zero;
      while (b < end) {
        const x = v128.load(b);
        const y = v128.load(b, VECTOR);
        let v = v128.load_splat<i32>(a);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, v));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(y, v));
        v = v128.load_splat<i32>(a, 4);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, v));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y, v));
        v = v128.load_splat<i32>(a, 8);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, v));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(y, v));
        v = v128.load_splat<i32>(a, 12);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, v));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(y, v));
        a += PANEL_PAIR;
        b += PANEL_PAIR;
      }
      let target = gram + (left * columns + right) * 8;
      addSums(target, s00);
      addSums(target + 32, s01);
      target += columns * 8;
      addSums(target, s10);
      addSums(target + 32, s11);
      target += columns * 8;
      addSums(target, s20);
      addSums(target + 32, s21);
      target += columns * 8;
      addSums(target, s30);
      addSums(target + 32, s31);
    }
  }
}
