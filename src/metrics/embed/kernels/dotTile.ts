// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// createPlainDotTile in ../kernels.ts. Addresses are byte offsets into the module's memory.
//
// It is compiled twice. With relaxed SIMD one instruction multiplies sixteen pairs of bytes and adds their products, which takes
// half the time of widening them to 16 bits first; but WebAssembly leaves open how that instruction reads bytes above 127 at
// its right and whether it saturates. `isExact` says whether it can be used on this processor.

/** Register block: two left rows against four right rows keeps all eight sums in vector registers. */
const LEFT_GROUP: usize = 2;
const RIGHT_GROUP: usize = 4;
/** Bytes per vector, and elements. */
const VECTOR: usize = 16;
const LANES: usize = ASC_FEATURE_RELAXED_SIMD ? VECTOR : VECTOR / 2;

function addDot(sum: v128, x: v128, y: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_dot_i8x16_i7x16_add_s(x, y, sum);
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, y));
}

/** Four times the product of two bytes, as the relaxed instruction has it. */
function fourProducts(x: i8, y: i8): i32 {
  return i32x4.extract_lane(addDot(i32x4.splat(0), i8x16.splat(x), i8x16.splat(y)), 0);
}

const readsUnsigned: bool =
  ASC_FEATURE_RELAXED_SIMD &&
  fourProducts(127, -1) == 4 * 127 * 255 &&
  fourProducts(-128, -1) == -4 * 128 * 255;
const readsSigned: bool =
  !ASC_FEATURE_RELAXED_SIMD ||
  (fourProducts(127, -1) == -4 * 127 && fourProducts(-128, -128) == 4 * 128 * 128);

/** Whether products of any signed bytes come out exact. */
export function isExact(): bool {
  return readsUnsigned || readsSigned;
}

/** Turns a signed byte y into the unsigned y + 128 where the right side is read as unsigned. */
const flip: v128 = i8x16.splat(readsUnsigned ? -128 : 0);
/** What that adds to a dot product is 128 times the sum of the left row. */
const excess: v128 = i32x4.splat(readsUnsigned ? -128 : 0);

/** Elements from `at` on of a row that ends at `end`; zeros beyond its end. */
function loadLanes(at: usize, end: usize): v128 {
  if (!ASC_FEATURE_RELAXED_SIMD) return v128.load_ext<i8>(at);
  return at + LANES > end ? v128.load64_zero(at) : v128.load(at);
}

/** What the sums of a left row begin with, so that the excess goes away. */
function startOfSums(row: usize, dimensions: usize): v128 {
  let sums = i32x4.splat(0);
  if (!readsUnsigned) return sums;
  for (let at = row, end = row + dimensions; at < end; at += LANES) {
    sums = addDot(sums, loadLanes(at, end), i8x16.splat(1));
  }
  return i32x4.mul(sums, excess);
}

/**
 * Interleaves the rows of a group vector by vector, so that the multiplication reads one stream per side: a third faster than one
 * pointer per row. Returns where the next group goes.
 */
function packGroup(
  source: usize,
  group: usize,
  dimensions: usize,
  mask: v128,
  target: usize,
): usize {
  for (let k: usize = 0; k < dimensions; k += LANES) {
    for (let member: usize = 0; member < group; member++) {
      const row = source + member * dimensions;
      v128.store(target, v128.xor(loadLanes(row + k, row + dimensions), mask));
      target += VECTOR;
    }
  }
  return target;
}

/**
 * Packs rows of 8-bit integers for the left side. rows a multiple of 2, dimensions of 8; `target` has room for them at 16 bits and
 * a vector more for each.
 */
export function packLeft(source: usize, rows: usize, dimensions: usize, target: usize): void {
  const groupBytes = LEFT_GROUP * dimensions;
  for (const end = source + rows * dimensions; source < end; source += groupBytes) {
    for (let member: usize = 0; member < LEFT_GROUP; member++) {
      v128.store(target, startOfSums(source + member * dimensions, dimensions));
      target += VECTOR;
    }
    target = packGroup(source, LEFT_GROUP, dimensions, i8x16.splat(0), target);
  }
}

/** The same for the right side, without the vectors more. rows a multiple of 4. */
export function packRight(source: usize, rows: usize, dimensions: usize, target: usize): void {
  const groupBytes = RIGHT_GROUP * dimensions;
  for (const end = source + rows * dimensions; source < end; source += groupBytes) {
    target = packGroup(source, RIGHT_GROUP, dimensions, flip, target);
  }
}

/** The four sums of lanes of four vectors, as one vector. */
function sumsOfLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
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
  const rowBytes = ((dimensions + LANES - 1) / LANES) * VECTOR;
  const strideBytes = stride * 4;
  for (let j: usize = 0; j < rightRows; j += RIGHT_GROUP) {
    let a = left;
    for (let i: usize = 0; i < leftRows; i += LEFT_GROUP) {
      let b = right + j * rowBytes;
      const startX = v128.load(a);
      const startY = v128.load(a, VECTOR);
      a += LEFT_GROUP * VECTOR;
      const end = a + LEFT_GROUP * rowBytes;
      let s00 = startX,
        s01 = startX,
        s02 = startX,
        s03 = startX;
      let s10 = startY,
        s11 = startY,
        s12 = startY,
        s13 = startY;
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
