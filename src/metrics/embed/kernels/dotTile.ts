// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// createPlainDotTile in ../kernels.ts. Addresses are byte offsets into the module's memory.

import { LEFT_GROUP, RIGHT_GROUP, sumsOfLanes, VECTOR } from './packedTile';

/** Elements per vector, as 16-bit lanes. */
const LANES: usize = 8;

/**
 * Widens rows to 16 bits and interleaves each group of them vector by vector, so that the multiplication reads one
 * stream per side: a third faster than one pointer per row.
 */
function pack(source: usize, rows: usize, group: usize, dimensions: usize, target: usize): void {
  for (let row: usize = 0; row < rows; row += group) {
    const start = source + row * dimensions;
    for (let k: usize = 0; k < dimensions; k += LANES) {
      for (let member: usize = 0; member < group; member++) {
        v128.store(target, v128.load_ext<i8>(start + member * dimensions + k));
        target += VECTOR;
      }
    }
  }
}

function addDot(sum: v128, x: v128, y: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, y));
}

/** Packs rows of 8-bit integers for the left side. rows a multiple of 2, dimensions of 8; `target` has room for them at 16 bits. */
export function packLeft(source: usize, rows: usize, dimensions: usize, target: usize): void {
  pack(source, rows, LEFT_GROUP, dimensions, target);
}

/** The same for the right side. rows a multiple of 4. */
export function packRight(source: usize, rows: usize, dimensions: usize, target: usize): void {
  pack(source, rows, RIGHT_GROUP, dimensions, target);
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
  const rowBytes = dimensions * 2;
  const strideBytes = stride * 4;
  for (let j: usize = 0; j < rightRows; j += RIGHT_GROUP) {
    for (let i: usize = 0; i < leftRows; i += LEFT_GROUP) {
      let a = left + i * rowBytes;
      let b = right + j * rowBytes;
      const end = a + LEFT_GROUP * rowBytes;
      const zero = i32x4.splat(0);
      let s00 = zero,
        s01 = zero,
        s02 = zero,
        s03 = zero;
      let s10 = zero,
        s11 = zero,
        s12 = zero,
        s13 = zero;
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
