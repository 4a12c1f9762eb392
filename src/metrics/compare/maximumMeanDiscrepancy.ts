import { selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { drawFirst } from '../stats/drawFirst.ts';
import { createRandom, type Random } from '../stats/random.ts';
import type { CompareOptions, InBoth } from './compareOptions.ts';
import { drawRows } from './drawRows.ts';
import { forPairwiseProducts } from './pairwiseProducts.ts';
import { PERMUTATIONS, permutationTest, type PermutationTest } from './permutationTest.ts';
import { stackRows } from './stackRows.ts';

/** How far apart two files are as distributions of meaning. `expected` and `deviation` are of the discrepancy. */
export interface MaximumMeanDiscrepancy extends PermutationTest {
  /** Unbiased estimate of MMD²: about 0 without a shift (also below), at most 2. */
  readonly discrepancy: number;
  /** The kernel is exp(−cosine distance / this): the median cosine distance of two rows, both files together. */
  readonly bandwidth: number;
  /** Rows compared. */
  readonly rows: InBoth;
}

/** Rows of each file that are compared at most. */
const COMPARED_ROWS = 2_000;
/** Distances of so many pairs at least give the median. */
const MEDIAN_PAIRS = 100_000;
/** Keeps the kernel defined where most rows are equal. */
const LEAST_BANDWIDTH = 1e-6;
const ROWS_PER_CHECK = 256;

/**
 * Maximum mean discrepancy with a Gaussian kernel on unit vectors, its bandwidth by the median heuristic, and the p-value of
 * a permutation test over rows. Sees any difference between distributions; of a difference in the means of meaning, most.
 * @param dataset, reference embeddings by one embedder; rows without a meaning take no part
 * @returns undefined where a file has fewer than 2 rows with a meaning
 * @throws RangeError if they differ in dimensions
 * Of larger files 2,000 rows each are drawn. O(rows² · dimensions + fewer rows² · permutations / 2): 2 s for 2 × 2,000 × 512.
 * @see Gretton, Borgwardt, Rasch, Schölkopf & Smola (2012), A Kernel Two-Sample Test, lemma 6 (the unbiased estimate)
 */
export function maximumMeanDiscrepancy(
  dataset: EmbeddingMatrix,
  reference: EmbeddingMatrix,
  { seed, checkpoint }: CompareOptions,
): MaximumMeanDiscrepancy | undefined {
  const random = createRandom(seed);
  const draw = (matrix: EmbeddingMatrix): EmbeddingMatrix =>
    selectRows(matrix, drawRows(matrix, COMPARED_ROWS, Math.floor(random() * 2 ** 32)));
  const [ours, theirs] = [draw(dataset), draw(reference)];
  // The discrepancy is the same either way round, and costs the square of the rows that are told from the others.
  const [fewer, more] = ours.rows <= theirs.rows ? [ours, theirs] : [theirs, ours];
  const pooled = stackRows(fewer, more);
  if (fewer.rows < 2) return undefined;
  const kernel = cosineDistances(pooled, checkpoint);
  const bandwidth = Math.max(LEAST_BANDWIDTH, medianOffDiagonal(kernel, pooled.rows, random));
  for (let at = 0; at < kernel.length; at++) kernel[at] = Math.exp(-kernel[at]! / bandwidth);
  const discrepancyOf = unbiasedDiscrepancy(kernel, pooled.rows, checkpoint);
  const order = Uint32Array.from({ length: pooled.rows }, (_, row) => row);
  const discrepancy = discrepancyOf(order.slice(0, fewer.rows));
  const relabelled = Float64Array.from({ length: PERMUTATIONS }, () => {
    drawFirst(order, fewer.rows, random);
    return discrepancyOf(order.slice(0, fewer.rows).sort());
  });
  return {
    discrepancy,
    ...permutationTest(discrepancy, relabelled),
    bandwidth,
    rows: { dataset: ours.rows, reference: theirs.rows },
  };
}

/** Row-major [rows, rows], 0–2. */
function cosineDistances(matrix: EmbeddingMatrix, checkpoint?: () => void): Float32Array {
  const { rows, inverseNorms } = matrix;
  const distances = new Float32Array(rows * rows);
  forPairwiseProducts(
    matrix,
    matrix,
    (firstRow, count, products) => {
      for (let row = firstRow, from = 0, to = firstRow * rows; row < firstRow + count; row++) {
        for (let column = 0; column < rows; column++, from++, to++) {
          const cosine = products[from]! * (inverseNorms[row]! * inverseNorms[column]!);
          distances[to] = Math.max(0, 1 - cosine);
        }
      }
    },
    checkpoint,
  );
  return distances;
}

/** The median over pairs of different rows: of all, or of random ones where there are many. */
function medianOffDiagonal(distances: Float32Array, rows: number, random: Random): number {
  const isSampled = rows * rows > 2 * MEDIAN_PAIRS;
  const sample = new Float32Array(isSampled ? MEDIAN_PAIRS : (rows * (rows - 1)) / 2);
  let filled = 0;
  if (isSampled) {
    while (filled < sample.length) {
      const row = Math.floor(random() * rows);
      const column = Math.floor(random() * rows);
      if (row !== column) sample[filled++] = distances[row * rows + column]!;
    }
  } else {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < row; column++) {
        sample[filled++] = distances[row * rows + column]!;
      }
    }
  }
  sample.sort();
  return (sample[(filled - 1) >> 1]! + sample[filled >> 1]!) / 2;
}

/**
 * MMD² of the rows given against all others. Only the sum over pairs of the given rows is new each time: those with the
 * others, and of the others, follow from the sums of whole rows.
 */
function unbiasedDiscrepancy(
  kernel: Float32Array,
  rows: number,
  checkpoint?: () => void,
): (ours: Uint32Array) => number {
  const rowSums = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < rows; column++, at++) {
      if (column !== row) rowSums[row]! += kernel[at]!;
    }
  }
  const total = rowSums.reduce((sum, rowSum) => sum + rowSum, 0);
  return (ours) => {
    let within = 0;
    let fromOurs = 0;
    ours.forEach((row, place) => {
      if (place % ROWS_PER_CHECK === 0) checkpoint?.();
      fromOurs += rowSums[row]!;
      const line = kernel.subarray(row * rows, (row + 1) * rows);
      // Two sums, as each waits for its last addition.
      let [even, odd] = [0, 0];
      let other = 0;
      for (; other + 1 < place; other += 2) {
        even += line[ours[other]!]!;
        odd += line[ours[other + 1]!]!;
      }
      if (other < place) even += line[ours[other]!]!;
      within += 2 * (even + odd);
    });
    const between = fromOurs - within;
    const others = rows - ours.length;
    const withinOthers = total - within - 2 * between;
    return (
      within / (ours.length * (ours.length - 1)) +
      withinOthers / (others * (others - 1)) -
      (2 * between) / (ours.length * others)
    );
  };
}
