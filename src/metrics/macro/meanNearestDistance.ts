/**
 * Mean over rows of the cosine distance, 1 − cosine, to the nearest other row. Copies are each other's nearest, at 0 exactly.
 * @param cosines row-major symmetric [rows, rows] (`pairwiseCosines`); not mutated
 * @param firstEqualRow for every row the first row with the same vector (`findDistinctRows`)
 * @returns in [0, 2], higher = more diverse; undefined for fewer than two rows. It falls as a set grows: compare sets of
 * equal size only.
 * O(rows²). Deterministic.
 * @see Stasaski & Hearst (2022), doi:10.18653/v1/2022.naacl-main.6, and Yang et al. (2025), arXiv 2502.17184, which call
 * it the distance to the nearest neighbour
 */
export function meanNearestDistance(
  cosines: Float32Array,
  rows: number,
  firstEqualRow: Uint32Array,
): number | undefined {
  if (rows < 2) return undefined;
  const copies = new Uint32Array(rows);
  for (const first of firstEqualRow) copies[first]!++;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    // The cosine of copies is 1 but for rounding.
    if (copies[firstEqualRow[row]!]! > 1) continue;
    let nearest = -Infinity;
    for (let other = 0, at = row * rows; other < rows; other++, at++) {
      if (other !== row && cosines[at]! > nearest) nearest = cosines[at]!;
    }
    sum += Math.max(0, 1 - nearest);
  }
  return sum / rows;
}
