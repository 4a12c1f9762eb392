// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs: what dotTile.ts exports, for processors that multiply
// sixteen pairs of 8-bit integers and add them in one instruction, in half the time. WebAssembly leaves open how that
// instruction reads bytes above 127 at its right and whether it saturates: `isExact` says whether it can be used here.
import { LEFT_GROUP, RIGHT_GROUP, sumsOfLanes, VECTOR } from './packedTile';

function addDot(sum: v128, x: v128, y: v128): v128 {
  return i32x4.relaxed_dot_i8x16_i7x16_add_s(x, y, sum);
}

/** Four times the product of two bytes, as the instruction has it. */
function fourProducts(x: i8, y: i8): i32 {
  return i32x4.extract_lane(addDot(i32x4.splat(0), i8x16.splat(x), i8x16.splat(y)), 0);
}

const readsUnsigned: bool =
  fourProducts(127, -1) == 4 * 127 * 255 && fourProducts(-128, -1) == -4 * 128 * 255;
const readsSigned: bool =
  fourProducts(127, -1) == -4 * 127 && fourProducts(-128, -128) == 4 * 128 * 128;

/** Whether products of any signed bytes come out exact. */
export function isExact(): bool {
  return readsUnsigned || readsSigned;
}

/** Turns a signed byte y into the unsigned y + 128, where the right side is read as unsigned. */
const flip: v128 = i8x16.splat(readsUnsigned ? -128 : 0);
/** What that adds to a dot product is 2⁷ times the sum of the left row. */
const excess: v128 = i32x4.splat(readsUnsigned ? -128 : 0);

/** Sixteen bytes of a row that ends at `end`, whose length 8 divides; beyond its end zeros. */
function loadBytes(at: usize, end: usize): v128 {
  return at + VECTOR > end ? v128.load64_zero(at) : v128.load(at);
}

/**
 * Packs rows of 8-bit integers for the left side. rows a multiple of 2, dimensions of 8; `target` has room for them at 16 bits
 * and a vector more each. Before each group stands what its sums begin with, so that the excess of the right side goes away.
 */
export function packLeft(source: usize, rows: usize, dimensions: usize, target: usize): void {
  const ones = i8x16.splat(1);
  for (let row: usize = 0; row < rows; row += LEFT_GROUP) {
    const first = source + row * dimensions;
    const second = first + dimensions;
    const end = second + dimensions;
    const starts = target;
    let firstSum = i32x4.splat(0);
    let secondSum = firstSum;
    for (let k: usize = 0; k < dimensions; k += VECTOR) {
      const x = loadBytes(first + k, second);
      const y = loadBytes(second + k, end);
      firstSum = addDot(firstSum, x, ones);
      secondSum = addDot(secondSum, y, ones);
      target += LEFT_GROUP * VECTOR;
      v128.store(target, x);
      v128.store(target, y, VECTOR);
    }
    v128.store(starts, i32x4.mul(firstSum, excess));
    v128.store(starts, i32x4.mul(secondSum, excess), VECTOR);
    target += LEFT_GROUP * VECTOR;
  }
}

/** The same for the right side, without sums. rows a multiple of 4. */
export function packRight(source: usize, rows: usize, dimensions: usize, target: usize): void {
  for (let row: usize = 0; row < rows; row += RIGHT_GROUP) {
    for (let k: usize = 0; k < dimensions; k += VECTOR) {
      for (let member: usize = 0; member < RIGHT_GROUP; member++) {
        const start = source + (row + member) * dimensions;
        v128.store(target, v128.xor(loadBytes(start + k, start + dimensions), flip));
        target += VECTOR;
      }
    }
  }
}

/** products[i · stride + j] = Σ_k left[i, k] · right[j, k] over packed rows; sums wrap at 32 bits. stride a multiple of 4. */
export function multiplyPacked(
  left: usize,
  leftRows: usize,
  right: usize,
  rightRows: usize,
  dimensions: usize,
  products: usize,
  stride: usize,
): void {
  const rowBytes = (dimensions + VECTOR - 1) & ~(VECTOR - 1);
  const leftBytes = LEFT_GROUP * (rowBytes + VECTOR);
  const strideBytes = stride * 4;
  for (let j: usize = 0; j < rightRows; j += RIGHT_GROUP) {
    let a = left;
    for (let i: usize = 0; i < leftRows; i += LEFT_GROUP) {
      let b = right + j * rowBytes;
      const end = a + leftBytes;
      const firstStart = v128.load(a);
      const secondStart = v128.load(a, VECTOR);
      let s00 = firstStart,
        s01 = firstStart,
        s02 = firstStart,
        s03 = firstStart;
      let s10 = secondStart,
        s11 = secondStart,
        s12 = secondStart,
        s13 = secondStart;
      a += LEFT_GROUP * VECTOR;
      while (a < end) {
        const x = v128.load(a);
        const y = v128.load(a, VECTOR);
        let v = v128.load(b);
        s00 = addDot(s00, x, v);
        s10 = addDot(s10, y, v);
        v = v128.load(b, VECTOR);
        s01 = addDot(s01, x, v);
        s11 = addDot(s11, y, v);
        v = v128.load(b, 2 * VECTOR);
        s02 = addDot(s02, x, v);
        s12 = addDot(s12, y, v);
        v = v128.load(b, 3 * VECTOR);
        s03 = addDot(s03, x, v);
        s13 = addDot(s13, y, v);
        a += LEFT_GROUP * VECTOR;
        b += RIGHT_GROUP * VECTOR;
      }
      const target = products + i * strideBytes + j * 4;
      v128.store(target, sumsOfLanes(s00, s01, s02, s03));
      v128.store(target + strideBytes, sumsOfLanes(s10, s11, s12, s13));
    }
  }
}
