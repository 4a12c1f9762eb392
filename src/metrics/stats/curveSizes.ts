const SMALLER_SIZES = 24;
const LARGER_SIZES = 8;

/**
 * The numbers of rows at which the curve is computed: from 1 to `rows` in equal ratios (at most √2, so that small files
 * have fewer), on to twice the rows in equal steps, and `commonRows` where it is in that range.
 * @param rows an integer ≥ 2
 * @returns ascending, without repeats, at most 34
 */
export function curveSizes(rows: number, commonRows: number): number[] {
  const ratio = Math.max(Math.SQRT2, rows ** (1 / (SMALLER_SIZES - 1)));
  const sizes = new Set([1, rows]);
  for (let size = rows; size > 1; size /= ratio) sizes.add(Math.round(size));
  for (let step = 1; step <= LARGER_SIZES; step++) {
    sizes.add(Math.round(rows * (1 + step / LARGER_SIZES)));
  }
  if (commonRows <= 2 * rows) sizes.add(commonRows);
  return [...sizes].sort((a, b) => a - b);
}
