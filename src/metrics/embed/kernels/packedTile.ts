/** Register block: two left rows against four right rows keeps all eight sums in vector registers. */
export const LEFT_GROUP: usize = 2;
export const RIGHT_GROUP: usize = 4;
/** Bytes per vector. */
export const VECTOR: usize = 16;

/** The four sums of lanes of four vectors, as one vector. */
export function sumsOfLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}
