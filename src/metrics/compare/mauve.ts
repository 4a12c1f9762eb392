/** The constant c of the paper: what divergences are multiplied by before they are exponentiated. */
const SCALE = 5;
/** Mixtures of the two histograms on the frontier, evenly spaced from one to the other. */
const MIXTURES = 25;
const LEAST_WEIGHT = 1e-6;

/**
 * MAUVE of two histograms: the area under the frontier of divergences of both from their mixtures. 1 for equal shares,
 * near 0 where no bin is in both. For comparisons of several sets against one reference; the value by itself depends on bins
 * and sample sizes.
 * @param dataset, reference counts or shares of each bin, finite and ≥ 0; the same bins in the same order
 * @returns in [0, 1]; undefined where a histogram is empty
 * @throws RangeError if the histograms differ in length
 * O(bins · 25). Symmetric.
 * @see Pillutla et al. (2021), arXiv 2102.01454, and the package mauve-text: 25 mixtures, c = 5, the mean of the areas by
 *   either axis
 */
export function mauve(
  dataset: ArrayLike<number>,
  reference: ArrayLike<number>,
): number | undefined {
  const p = sharesOf(dataset);
  const q = sharesOf(reference);
  if (p.length !== q.length) {
    throw new RangeError(`got ${p.length} and ${q.length} bins, expected the same`);
  }
  if (p.some(Number.isNaN) || q.some(Number.isNaN)) return undefined;
  /** From the data set's end of the frontier to the reference's: x falls, y rises. */
  const frontier = [{ x: 1, y: 0 }];
  for (let step = 0; step < MIXTURES; step++) {
    const weight = LEAST_WEIGHT + ((1 - 2 * LEAST_WEIGHT) * step) / (MIXTURES - 1);
    const mixture = p.map((share, bin) => weight * share + (1 - weight) * q[bin]!);
    frontier.push({
      x: Math.exp(-SCALE * divergence(q, mixture)),
      y: Math.exp(-SCALE * divergence(p, mixture)),
    });
  }
  frontier.push({ x: 0, y: 1 });
  let area = 0;
  for (let at = 1; at < frontier.length; at++) {
    const from = frontier[at - 1]!;
    const to = frontier[at]!;
    // The mean of ∫ y dx and ∫ x dy by trapezoids, which are the same area.
    area += ((from.y + to.y) * (from.x - to.x)) / 4 + ((from.x + to.x) * (to.y - from.y)) / 4;
  }
  return Math.min(1, Math.max(0, area));
}

/** Kullback–Leibler divergence in nats; the mixture has every bin that p has. */
function divergence(p: Float64Array, mixture: Float64Array): number {
  let sum = 0;
  for (let bin = 0; bin < p.length; bin++) {
    if (p[bin]! > 0) sum += p[bin]! * Math.log(p[bin]! / mixture[bin]!);
  }
  return Math.max(0, sum);
}

/** NaN throughout for an empty histogram. */
function sharesOf(counts: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(counts);
  const total = shares.reduce((sum, count) => sum + count, 0);
  return shares.map((count) => count / total);
}
