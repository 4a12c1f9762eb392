import { symmetricEigenvalues } from './symmetricEigenvalues.ts';

/**
 * Vendi Scores: the effective number of distinct elements, the exponential of the Rényi entropy of the eigenvalues of a
 * similarity kernel divided by its trace. All orders come from one eigen-decomposition.
 * @param kernel row-major symmetric [size, size], positive semidefinite, only the lower triangle is read. Either the
 * n × n similarities of n elements, or the d × d Gram matrix XᵀX of n unit rows (`addGram`), which has the same
 * eigenvalues but for zeros and costs O(d³) whatever n is. Any positive factor cancels.
 * @param orders q ≥ 0, Infinity included: 1 is the Shannon form; smaller orders weigh rare elements more
 * @param checkpoint called every few milliseconds; may throw
 * @returns one score for each order, 1 … size, falling with rising order; undefined for a kernel of trace 0 (no elements)
 * @throws RangeError for a negative order or a wrong length
 * @see Friedman & Dieng (2023), arXiv 2210.02410; orders: Pasarkar & Dieng (2024), arXiv 2310.12952; reference program
 * vertaix/Vendi-Score, which divides by n instead of the trace: the same for kernels with ones on the diagonal
 */
export function vendiScores<const Orders extends readonly number[]>(
  kernel: Float64Array,
  size: number,
  orders: Orders,
  checkpoint?: () => void,
): { readonly [Place in keyof Orders]: number } | undefined {
  const negative = orders.find((order) => !(order >= 0));
  if (negative !== undefined) throw new RangeError(`order: got ${negative}, expected ≥ 0`);
  const eigenvalues = symmetricEigenvalues(kernel, size, checkpoint);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += kernel[i * size + i]!;
  if (!(trace > 0)) return undefined;
  // What rounding leaves of a zero eigenvalue, of either sign, must not count as an element at small orders.
  const shares = eigenvalues
    .map((eigenvalue) => eigenvalue / trace)
    .filter((share) => share > size * Number.EPSILON);
  // Rounding must not carry a score beyond what it can be.
  const within = (score: number) => Math.min(size, Math.max(1, score));
  return orders.map((order) => within(Math.exp(renyiEntropy(shares, order)))) as {
    readonly [Place in keyof Orders]: number;
  };
}

/** In nats. */
function renyiEntropy(shares: Float64Array, order: number): number {
  if (order === Infinity) return -Math.log(Math.max(...shares));
  if (order === 1) return shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return Math.log(shares.reduce((sum, share) => sum + share ** order, 0)) / (1 - order);
}
