import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { stackRows } from '../embed/stackRows.ts';
import { drawFirst } from '../stats/drawFirst.ts';
import { createRandom, drawSeed, type Random } from '../stats/random.ts';
import type { CompareOptions, InBoth } from './compareOptions.ts';
import { drawRows } from './drawRows.ts';
import { forPairwiseProducts } from './pairwiseProducts.ts';
import { PERMUTATIONS, permutationTest, type PermutationTest } from './permutationTest.ts';

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
  const ours = drawRows(dataset, COMPARED_ROWS, drawSeed(random));
  const theirs = drawRows(reference, COMPARED_ROWS, drawSeed(random));
  // The discrepancy is the same either way round, and costs the square of the rows that are told from the others.
  const [fewer, more] = ours.rows <= theirs.rows ? [ours, theirs] : [theirs, ours];
  const pooled = stackRows(fewer, more);
  if (fewer.rows < 2) return undefined;
  const kernel = cosineDistances(pooled, checkpoint);
  const bandwidth = Math.max(LEAST_BANDWIDTH, medianOffDiagonal(kernel, pooled.rows, random));
  for (let at = 0; at < kernel.length; at++) kernel[at] = Math.exp(-kernel[at]! / bandwidth);
  const order = Uint32Array.from({ length: pooled.rows }, (_, row) => row);
  const labellings = [order.slice(0, fewer.rows)];
  for (let permutation = 0; permutation < PERMUTATIONS; permutation++) {
    drawFirst(order, fewer.rows, random);
    labellings.push(order.slice(0, fewer.rows).sort());
  }
  const discrepancies = unbiasedDiscrepancies(kernel, pooled.rows, labellings, checkpoint);
  const [discrepancy, relabelled] = [discrepancies[0]!, discrepancies.subarray(1)];
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
      for (let row = firstRow; row < firstRow + count; row++) {
        let from = (row - firstRow) * rows + row;
        for (let column = row; column < rows; column++, from++) {
          const cosine = products[from]! * (inverseNorms[row]! * inverseNorms[column]!);
          const distance = Math.max(0, 1 - cosine);
          distances[row * rows + column] = distance;
          distances[column * rows + row] = distance;
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
 * MMD² of some rows against all others, for each set of rows given. Only the sums over pairs of the given rows are new each
 * time: those with the others, and of the others, follow from the sums of whole rows. Each row of the kernel is looked at
 * for all sets while it is near.
 * @param labellings sets of equally many rows, each ascending
 */
function unbiasedDiscrepancies(
  kernel: Float32Array,
  rows: number,
  labellings: readonly Uint32Array[],
  checkpoint?: () => void,
): Float64Array {
  const within = new Float64Array(labellings.length);
  /** Kernel of the rows of each set with all rows. */
  const fromOurs = new Float64Array(labellings.length);
  /** How many rows of each set have been passed. */
  const places = new Uint32Array(labellings.length);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_PER_CHECK === 0) checkpoint?.();
    const line = kernel.subarray(row * rows, (row + 1) * rows);
    let rowSum = 0;
    for (let column = 0; column < rows; column++) if (column !== row) rowSum += line[column]!;
    total += rowSum;
    labellings.forEach((ours, set) => {
      const place = places[set]!;
      if (ours[place] !== row) return;
      places[set] = place + 1;
      fromOurs[set]! += rowSum;
      within[set]! += 2 * sumAt(line, ours, place);
    });
  }
  return within.map((inside, set) => {
    const few = labellings[set]!.length;
    const others = rows - few;
    const between = fromOurs[set]! - inside;
    const withinOthers = total - inside - 2 * between;
    return (
      inside / (few * (few - 1)) +
      withinOthers / (others * (others - 1)) -
      (2 * between) / (few * others)
    );
  });
}

/** The sum of a line at the first so many places given. Two sums, as each waits for its last addition; more are slower. */
function sumAt(line: Float32Array, columns: Uint32Array, count: number): number {
  let [even, odd] = [0, 0];
  let at = 0;
  for (; at + 1 < count; at += 2) {
    even += line[columns[at]!]!;
    odd += line[columns[at + 1]!]!;
  }
  return at < count ? even + line[columns[at]!]! + odd : even + odd;
}
