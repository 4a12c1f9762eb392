// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// createPlainSearchTile in ../searchTile.ts. Addresses are byte offsets into the module's memory; factors, limits and scores
// are 64-bit floats, rows 32-bit integers.

/** Which of four products, times their factors, are at least their limits: four bits. */
function reached(products: v128, low: v128, high: v128, lowLimit: v128, highLimit: v128): i32 {
  const upper = v128.shuffle<i32>(products, products, 2, 3, 2, 3);
  const first = f64x2.ge(f64x2.mul(f64x2.convert_low_i32x4_s(products), low), lowLimit);
  const second = f64x2.ge(f64x2.mul(f64x2.convert_low_i32x4_s(upper), high), highLimit);
  return i64x2.bitmask(first) | (i64x2.bitmask(second) << 2);
}

/** offerRow in ../bestRows.ts, for a score that is not below the least of the `count`. Returns the least. */
function offerRow(scores: usize, rows: usize, count: usize, score: f64, row: i32): f64 {
  let place = count - 1;
  if (score == load<f64>(scores + 8 * place) && row > load<i32>(rows + 4 * place)) return score;
  for (; place > 0; place--) {
    const better = load<f64>(scores + 8 * place - 8);
    const betterRow = load<i32>(rows + 4 * place - 4);
    if (better > score || (better == score && betterRow < row)) break;
    store<f64>(scores + 8 * place, better);
    store<i32>(rows + 4 * place, betterRow);
  }
  store<f64>(scores + 8 * place, score);
  store<i32>(rows + 4 * place, row);
  return load<f64>(scores + 8 * (count - 1));
}

/**
 * Offers the rows at the right of a tile to those at its left, with products[i · stride + j] · rightFactors[j] as score.
 * @param rightRows a multiple of 4
 * @param candidates which row stands at the right
 * @param own for each left row the row that it is not offered
 * @param places for each left row where its best are
 * @param count how many best rows each has, at scores[place · count] … and rows[place · count] …
 */
export function offerToLeft(
  products: usize,
  stride: usize,
  leftRows: usize,
  rightRows: usize,
  rightFactors: usize,
  candidates: usize,
  own: usize,
  places: usize,
  count: usize,
  scores: usize,
  rows: usize,
): void {
  for (let i: usize = 0; i < leftRows; i++) {
    const productsOfRow = products + 4 * i * stride;
    const ownRow = load<i32>(own + 4 * i);
    const first = count * (load<u32>(places + 4 * i) as usize);
    const scoresOfRow = scores + 8 * first;
    const rowsOfRow = rows + 4 * first;
    let limit = load<f64>(scoresOfRow + 8 * (count - 1));
    for (let j: usize = 0; j < rightRows; j += 4) {
      const factors = rightFactors + 8 * j;
      const limits = f64x2.splat(limit);
      let bits = reached(
        v128.load(productsOfRow + 4 * j),
        v128.load(factors),
        v128.load(factors, 16),
        limits,
        limits,
      );
      for (; bits != 0; bits &= bits - 1) {
        const at = j + (ctz(bits) as usize);
        const row = load<i32>(candidates + 4 * at);
        const product = load<i32>(productsOfRow + 4 * at) as f64;
        const score = product * load<f64>(rightFactors + 8 * at);
        if (score >= limit && row != ownRow) {
          limit = offerRow(scoresOfRow, rowsOfRow, count, score, row);
        }
      }
    }
  }
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
 * The pairs with products[i · stride + j] · leftFactors[i] ≥ rightLimits[j], ascending.
 * @param rightRows a multiple of 4
 * @returns how many were written to `pairs`
 */
export function pairsForRight(
  products: usize,
  stride: usize,
  leftRows: usize,
  rightRows: usize,
  leftFactors: usize,
  rightLimits: usize,
  pairs: usize,
): usize {
  let target = pairs;
  for (let i: usize = 0; i < leftRows; i++) {
    const row = products + 4 * i * stride;
    const factor = f64x2.splat(load<f64>(leftFactors + 8 * i));
    for (let j: usize = 0; j < rightRows; j += 4) {
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
