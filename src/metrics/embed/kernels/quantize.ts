// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// quantizeRow in ../quantizeRow.ts. Addresses are byte offsets into the module's memory.

const VECTOR: usize = 16;

/** 2⁵²: added to a whole number below 2³², it leaves that number in the lower half of the float. */
const WHOLE: f64 = 4503599627370496;

/**
 * The largest magnitude among `count` 32-bit floats, a multiple of 8; NaN if one of them is. Without their sign, the bits of
 * floats are in the order of the floats, NaN above all: their maximum as integers takes a single step.
 */
export function largestMagnitude(source: usize, count: usize): f32 {
  const magnitude = i32x4.splat(0x7fffffff);
  let most = i32x4.splat(0);
  let others = most;
  const end = source + 4 * count;
  for (let at = source; at < end; at += 2 * VECTOR) {
    most = i32x4.max_s(most, v128.and(v128.load(at), magnitude));
    others = i32x4.max_s(others, v128.and(v128.load(at, VECTOR), magnitude));
  }
  most = i32x4.max_s(most, others);
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1));
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 1, 0, 3, 2));
  return f32x4.extract_lane(most, 0);
}

/** |x| · factor + ½, cut to an integer, for the two lower floats: in the lower half of each lane. */
function rounded(magnitudes: v128, factor: v128): v128 {
  const scaled = f64x2.mul(f64x2.promote_low_f32x4(magnitudes), factor);
  return f64x2.add(f64x2.floor(f64x2.add(scaled, f64x2.splat(0.5))), f64x2.splat(WHOLE));
}

/** Four floats, rounded half away from zero, as 32-bit integers. */
function roundedLanes(values: v128, factor: v128): v128 {
  const magnitudes = f32x4.abs(values);
  const upper = v128.shuffle<i32>(magnitudes, magnitudes, 2, 3, 2, 3);
  const whole = v128.shuffle<i32>(rounded(magnitudes, factor), rounded(upper, factor), 0, 2, 4, 6);
  const sign = i32x4.shr_s(values, 31);
  return i32x4.sub(v128.xor(whole, sign), sign);
}

/**
 * target[k] = source[k] · factor, rounded half away from zero, as 8-bit integers.
 * @returns the sum of their squares
 */
export function roundToBytes(source: usize, count: usize, factor: f64, target: usize): i32 {
  const factors = f64x2.splat(factor);
  let squares = i32x4.splat(0);
  const end = source + 4 * count;
  for (let at = source; at < end; at += 2 * VECTOR) {
    const low = roundedLanes(v128.load(at), factors);
    const high = roundedLanes(v128.load(at, VECTOR), factors);
    const eight = i16x8.narrow_i32x4_s(low, high);
    squares = i32x4.add(squares, i32x4.dot_i16x8_s(eight, eight));
    v128.store64_lane(target, i8x16.narrow_i16x8_s(eight, eight), 0);
    target += 8;
  }
  return (
    i32x4.extract_lane(squares, 0) +
    i32x4.extract_lane(squares, 1) +
    i32x4.extract_lane(squares, 2) +
    i32x4.extract_lane(squares, 3)
  );
}
