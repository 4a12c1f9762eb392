// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// plainPairs in ../searchTile.ts. Addresses are byte offsets into the module's memory.

/** Which of four products, times their factors, are at least their limits: four bits. */
function reached(products: v128, low: v128, high: v128, lowLimit: v128, highLimit: v128): i32 {
  const upper = v128.shuffle<i32>(products, products, 2, 3, 2, 3);
  const first = f64x2.ge(f64x2.mul(f64x2.convert_low_i32x4_s(products), low), lowLimit);
  const second = f64x2.ge(f64x2.mul(f64x2.convert_low_i32x4_s(upper), high), highLimit);
  return i64x2.bitmask(first) | (i64x2.bitmask(second) << 2);
}

/** Writes the pairs (i << 16 | j) of the bits that are set; returns where the next one goes. */
function writePairs(bits: i32, pair: u32, target: usize): usize {
  while (bits != 0) {
    store<u32>(target, pair + ctz(bits));
    target += 4;
    bits &= bits - 1;
  }
  return target;
}

/**
 * The pairs with products[i · stride + j] · rightFactors[j] ≥ leftLimits[i] for rightFrom ≤ j < rightTo, both multiples of 4,
 * ascending. Factors and limits are 64-bit floats.
 * @returns how many were written to `pairs`
 */
export function pairsForLeft(
  products: usize,
  stride: usize,
  leftRows: usize,
  rightFrom: usize,
  rightTo: usize,
  rightFactors: usize,
  leftLimits: usize,
  pairs: usize,
): usize {
  let target = pairs;
  for (let i: usize = 0; i < leftRows; i++) {
    const row = products + 4 * i * stride;
    const limit = f64x2.splat(load<f64>(leftLimits + 8 * i));
    for (let j = rightFrom; j < rightTo; j += 4) {
      const factors = rightFactors + 8 * j;
      const bits = reached(
        v128.load(row + 4 * j),
        v128.load(factors),
        v128.load(factors, 16),
        limit,
        limit,
      );
      if (bits != 0) target = writePairs(bits, ((i << 16) | j) as u32, target);
    }
  }
  return (target - pairs) >> 2;
}

/** The same with products[i · stride + j] · leftFactors[i] ≥ rightLimits[j]. */
export function pairsForRight(
  products: usize,
  stride: usize,
  leftRows: usize,
  rightFrom: usize,
  rightTo: usize,
  leftFactors: usize,
  rightLimits: usize,
  pairs: usize,
): usize {
  let target = pairs;
  for (let i: usize = 0; i < leftRows; i++) {
    const row = products + 4 * i * stride;
    const factor = f64x2.splat(load<f64>(leftFactors + 8 * i));
    for (let j = rightFrom; j < rightTo; j += 4) {
      const limits = rightLimits + 8 * j;
      const bits = reached(
        v128.load(row + 4 * j),
        factor,
        factor,
        v128.load(limits),
        v128.load(limits, 16),
      );
      if (bits != 0) target = writePairs(bits, ((i << 16) | j) as u32, target);
    }
  }
  return (target - pairs) >> 2;
}
