// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// createPlainVectorHalves in ../vectorHalves.ts. Addresses are byte offsets into the module's memory.

const VECTOR: usize = 16;

function addLanes(target: usize, integers: v128, unit: v128): void {
  const products = f64x2.mul(f64x2.convert_low_i32x4_s(integers), unit);
  v128.store(target, f64x2.add(v128.load(target), products));
}

/** target[k] += integers[k] · unit. count a multiple of 4. */
export function addScaled(integers: usize, count: usize, unit: f64, target: usize): void {
  const units = f64x2.splat(unit);
  const end = integers + 4 * count;
  while (integers < end) {
    const four = v128.load(integers);
    addLanes(target, four, units);
    addLanes(target + VECTOR, v128.shuffle<i32>(four, four, 2, 3, 2, 3), units);
    integers += VECTOR;
    target += 2 * VECTOR;
  }
}

/** target[k] += source[k] · factor for four floats of 32 bits; the source is made zero. */
function moveLanes(source: usize, factor: v128, target: usize): void {
  const before = v128.load(target);
  const upper = v128.shuffle<i32>(before, before, 2, 3, 2, 3);
  const low = f64x2.mul(v128.load(source), factor);
  const high = f64x2.mul(v128.load(source, VECTOR), factor);
  const a = f32x4.demote_f64x2_zero(f64x2.add(f64x2.promote_low_f32x4(before), low));
  const b = f32x4.demote_f64x2_zero(f64x2.add(f64x2.promote_low_f32x4(upper), high));
  v128.store(target, v128.shuffle<i64>(a, b, 0, 2));
  v128.store(source, i64x2.splat(0));
  v128.store(source, i64x2.splat(0), VECTOR);
}

/**
 * Adds the two halves to the target, 2 · columns floats of 32 bits, the first brought to `ratio` times the length of the
 * second, and makes them zero. columns a multiple of 4.
 */
export function moveHalves(
  first: usize,
  second: usize,
  columns: usize,
  ratio: f64,
  target: usize,
): void {
  // Each lane is the sum of the squares of one half, in order.
  let squares = f64x2.splat(0);
  const end: usize = 8 * columns;
  for (let k: usize = 0; k < end; k += VECTOR) {
    const x = v128.load(first + k);
    const y = v128.load(second + k);
    const even = v128.shuffle<i64>(x, y, 0, 2);
    const odd = v128.shuffle<i64>(x, y, 1, 3);
    squares = f64x2.add(squares, f64x2.mul(even, even));
    squares = f64x2.add(squares, f64x2.mul(odd, odd));
  }
  const ofFirst = f64x2.extract_lane(squares, 0);
  const ofSecond = f64x2.extract_lane(squares, 1);
  const factor = ofFirst == 0 ? 0 : (ratio * sqrt(ofSecond)) / sqrt(ofFirst);
  const factors = f64x2.splat(factor);
  const ones = f64x2.splat(1);
  const targetOfSecond = target + 4 * columns;
  for (let k: usize = 0; k < end; k += 2 * VECTOR) {
    moveLanes(first + k, factors, target + k / 2);
    moveLanes(second + k, ones, targetOfSecond + k / 2);
  }
}
