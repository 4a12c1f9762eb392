/**
 * Jensen–Shannon divergence of two tables of counts: how many bits one occurrence tells, on average, about which of the two
 * it comes from, both being equally likely.
 *
 * The plug-in estimate, which two samples of one source never bring to 0: the smaller they are, the higher it is. What to
 * expect without a shift is told by `kindShift`.
 * @param dataset, reference occurrences of each kind, finite and ≥ 0, the same kinds in the same order; not mutated
 * @returns in bits, in [0, 1]: 0 for equal shares, 1 where no kind is in both; undefined where a table is empty
 * @throws RangeError if the tables are not equally long, or a count is negative or not finite
 * O(kinds). Symmetric.
 * @see Lin (1991), doi:10.1109/18.61115; the square of scipy.spatial.distance.jensenshannon(p, q, base=2)
 */
export function jensenShannonDivergence(
  dataset: ArrayLike<number>,
  reference: ArrayLike<number>,
): number | undefined {
  if (dataset.length !== reference.length) {
    throw new RangeError(`got ${dataset.length} and ${reference.length} kinds, expected the same`);
  }
  const datasetTotal = totalOf(dataset);
  const referenceTotal = totalOf(reference);
  if (datasetTotal === 0 || referenceTotal === 0) return undefined;
  let sum = 0;
  for (let kind = 0; kind < dataset.length; kind++) {
    sum += bitsOfKind(dataset[kind]! / datasetTotal, reference[kind]! / referenceTotal);
  }
  return Math.min(1, Math.max(0, sum / 2));
}

/** p log₂ (p / m) + q log₂ (q / m), m being the mean of both. */
function bitsOfKind(p: number, q: number): number {
  // Kinds that only one side has, most of a vocabulary, need no logarithm.
  if (p === 0) return q;
  if (q === 0) return p;
  const mean = (p + q) / 2;
  return p * Math.log2(p / mean) + q * Math.log2(q / mean);
}

function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (!(count >= 0 && count < Infinity)) {
      throw new RangeError(`got count ${count} for kind ${kind}, expected a finite number ≥ 0`);
    }
    total += count;
  }
  return total;
}
