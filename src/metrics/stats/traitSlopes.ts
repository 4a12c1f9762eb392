import type { SampleMoments } from './sampleMoments.ts';
import type { SampleTraits } from './sampleTraits.ts';

/** Adds to the squares of each trait, so that of a few samples no steep slope is believed. */
const SHRINKAGE = 0.01;
/** Unknowns: the slopes along both traits where samples are of one row, and how these change with the logarithm of the size. */
const UNKNOWNS = [0, 1, 2, 3];

/**
 * How much the entropy of samples of so many rows changes with each of their traits, by least squares over the samples of
 * all sizes, each about the mean of its size. The slopes are linear in the logarithm of the size: where samples of a size
 * are few, those of the others tell them. What traits leave open falls about as 1 / size, hence the weights.
 * @param moments of the samples of each size
 * @param sizes rows, integers ≥ 1
 * @returns slopes at a size: 1 for the drift, which is a part of the entropy, and 0 where no samples of one size differ
 * O(sizes) time.
 */
export function traitSlopes(
  moments: readonly SampleMoments[],
  sizes: readonly number[],
): (size: number) => SampleTraits {
  const equations = UNKNOWNS.map(() => [0, 0, 0, 0, 0]);
  moments.forEach((of, at) => {
    const size = sizes[at]!;
    const products = [
      [of.driftSquares, of.driftByLength, of.driftByEntropy - of.driftSquares],
      [of.driftByLength, of.lengthSquares, of.lengthByEntropy - of.driftByLength],
    ];
    for (const row of UNKNOWNS) {
      const weight = size ** 2 * Math.log(size) ** (row >> 1);
      const [byDrift, byLength, rest] = products[row % 2]!;
      const terms = [
        byDrift!,
        byLength!,
        byDrift! * Math.log(size),
        byLength! * Math.log(size),
        rest!,
      ];
      terms.forEach((term, column) => (equations[row]![column]! += weight * term));
    }
  });
  for (const row of UNKNOWNS) equations[row]![row]! *= 1 + SHRINKAGE;
  const [drift, logLength, driftByPlace, lengthByPlace] = solve(equations);
  return (size) => ({
    drift: 1 + drift! + driftByPlace! * Math.log(size),
    logLength: logLength! + lengthByPlace! * Math.log(size),
  });
}

/**
 * Solves for the last column (Gauss–Jordan), in place; unknowns of which nothing is told are 0.
 * @param rows symmetric, none negative
 */
function solve(rows: number[][]): number[] {
  rows.forEach((row, at) => {
    const pivot = row[at]!;
    if (!(pivot > 0)) {
      for (const other of rows) other[at] = 0;
      row.fill(0);
      return;
    }
    for (let column = 0; column < row.length; column++) row[column] = row[column]! / pivot;
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[at]!;
      for (let column = 0; column < row.length; column++) other[column]! -= factor * row[column]!;
    }
  });
  return rows.map((row) => row.at(-1)!);
}
