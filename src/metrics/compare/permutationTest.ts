/** Random relabellings behind a permutation p-value: the smallest that can come out is then 1 / 200. */
export const PERMUTATIONS = 199;

/** Two values nearer than this are equal: the same sums in another order. */
const ROUNDING = 1e-12;

export interface PermutationTest {
  /** Mean and standard deviation of the statistic over the relabellings: what to expect without a shift. */
  readonly expected: number;
  readonly deviation: number;
  /** (1 + relabellings with a statistic at least as large) / (1 + relabellings), in (0, 1]. */
  readonly pValue: number;
  readonly permutations: number;
}

/**
 * The one-sided permutation test. Where all labellings of the rows are equally likely (no shift), the probability of a
 * p-value ≤ α is at most α, at any size.
 * @param observed the statistic of the true labels; large values speak for a shift
 * @param relabelled the same of random labels; at least two
 * O(relabelled).
 * @see Phipson & Smyth (2010), doi:10.2202/1544-6115.1585, for the 1 added to both
 */
export function permutationTest(observed: number, relabelled: Float64Array): PermutationTest {
  const count = relabelled.length;
  const expected = relabelled.reduce((sum, value) => sum + value, 0) / count;
  const squares = relabelled.reduce((sum, value) => sum + (value - expected) ** 2, 0);
  const reached = relabelled.reduce((n, value) => n + (value >= observed - ROUNDING ? 1 : 0), 0);
  return {
    expected,
    deviation: Math.sqrt(squares / (count - 1)),
    pValue: (1 + reached) / (1 + count),
    permutations: count,
  };
}
