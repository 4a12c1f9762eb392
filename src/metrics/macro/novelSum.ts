import { createFloatSort } from '../stats/floatSort.ts';
import { neighbourDensities } from './neighbourDensities.ts';

export interface NovelSum {
  /** Mean novelty of a row, its distances weighed by the density around it. ≥ 0. */
  readonly densityWeighted: number;
  /** The same without densities (β = 0): a mean distance, 0–2, in which near rows count most. */
  readonly proximityWeighted: number;
}

/** Power of the density (β), of the rank (α), and neighbours that make the density: those the authors report with. */
const DENSITY_POWER = 0.5;
const NEIGHBOURS = 10;

/**
 * NovelSum: the mean over rows of the novelty v(i) = σ_i^β · Σ_r d_(r) / r ÷ Σ_r 1 / r, where d_(1) ≤ d_(2) ≤ … are the
 * cosine distances of row i to all rows, itself included at rank 1, and σ_i the density around row i (`neighbourDensities`).
 * @param cosines row-major symmetric [rows, rows] (`pairwiseCosines`); not mutated
 * @param firstEqualRow for every row the first row with the same vector (`findDistinctRows`)
 * @returns higher = more diverse; undefined for fewer than two rows. Compare sets of equal size only.
 * O(rows²): 0.03 s for 1,000 rows. Deterministic.
 * @see Yang et al. (2025), arXiv 2502.17184; reference program UmeanNever/NovelSum with its defaults α = 1, β = .5, k = 10.
 * Differs from the paper's text as the program does: the distances of row i are weighed by the density of row i, where the text
 * has that of the other row; ranks start at the row itself, at distance 0; the density is of squared Euclidean distances.
 * Differs from the program: vectors have unit length, and where the program asks for a reference set from which densities come,
 * the set itself is the reference. Its authors advise to leave densities away then, and rightly: in a set that collapses into
 * copies the copies are dense, so that the weighted form rises where the plain one falls. Both are given.
 */
export function novelSum(
  cosines: Float32Array,
  rows: number,
  firstEqualRow: Uint32Array,
): NovelSum | undefined {
  if (rows < 2) return undefined;
  const densities = neighbourDensities(cosines, rows, firstEqualRow, NEIGHBOURS);
  const distances = new Float32Array(rows);
  const sort = createFloatSort(rows);
  let rankWeights = 0;
  for (let rank = 1; rank <= rows; rank++) rankWeights += 1 / rank;
  let weighted = 0;
  let plain = 0;
  for (let row = 0; row < rows; row++) {
    writeDistances(cosines, firstEqualRow, row, distances);
    sort(distances);
    const novelty = weighByRank(distances) / rankWeights;
    plain += novelty;
    weighted += novelty * densities[row]! ** DENSITY_POWER;
  }
  return { densityWeighted: weighted / rows, proximityWeighted: plain / rows };
}

/** Writes the distances of a row to all rows. */
function writeDistances(
  cosines: Float32Array,
  firstEqualRow: Uint32Array,
  row: number,
  distances: Float32Array,
): void {
  const rows = distances.length;
  const first = firstEqualRow[row]!;
  for (let other = 0, at = row * rows; other < rows; other++, at++) {
    distances[other] = firstEqualRow[other] === first ? 0 : 1 - cosines[at]!;
  }
}

function weighByRank(distances: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < distances.length; at++) sum += distances[at]! / (at + 1);
  return sum;
}
