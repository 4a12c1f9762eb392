import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { stackRows } from '../embed/stackRows.ts';
import { drawFirst } from '../stats/drawFirst.ts';
import { createRandom, drawSeed, type Random } from '../stats/random.ts';
import { areaInterval } from './areaInterval.ts';
import { classSums } from './classSums.ts';
import type { CompareOptions, InBoth } from './compareOptions.ts';
import { drawRows } from './drawRows.ts';
import { placesOfFold, positivesOfFolds } from './foldLayout.ts';
import { heldOutScores } from './heldOutScores.ts';
import { layOutFolds } from './layOutFolds.ts';
import { pairsWon } from './pairsWon.ts';
import { PERMUTATIONS, permutationTest, type PermutationTest } from './permutationTest.ts';

/** How well a classifier tells which file a row is from. `expected` and `deviation` are of the area under other labels. */
export interface ClassifierTwoSampleTest extends PermutationTest {
  /** Held-out area under the ROC curve: how often a row of the data set gets the higher score of a pair. 0.5 is chance. */
  readonly areaUnderRoc: number;
  /** 95 % interval of the area. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Rows that the test rests on. */
  readonly rows: InBoth;
}

/** Rows of each file that take part at most. */
export const CLASSIFIED_ROWS = 5_000;
/** Fewer rows would leave folds without one of each file. */
const LEAST_ROWS = 10;

/**
 * Classifier two-sample test: if a classifier tells rows that it has not seen apart better than chance, the files are not
 * from one source.
 *
 * The classifier is linear discriminant analysis with a shrunk covariance. Like logistic regression it draws one plane, but
 * in closed form: other labels cost two matrix products and no fit, so that the p-value is that of a permutation test, exact
 * at every size; and nothing has to be tuned. The covariance is that of all rows together and knows no labels. Both files
 * count alike in the plane whatever their sizes, and the area does not depend on them.
 *
 * Rows are dealt by seed into 5 folds, equal rows into one unless they are many (see `layOutFolds`). Each fold is scored by
 * the plane of the other four; pairs within folds are counted. The interval is wider than that of a fixed classifier by the
 * factor by which the labels' permutations vary more than ranks do: folds share what they learn from, and only pairs within
 * them are counted.
 *
 * The null hypothesis is that rows are independent draws. A file in which rows were copied on purpose is not.
 * @param dataset, reference embeddings by one embedder, or `tokenFeatures`; at most 512 dimensions; rows without a meaning
 *   take no part
 * @returns undefined where a file has fewer than 10 rows with a meaning, or no fold has rows of both
 * @throws RangeError if the dimensions differ or are more than 512
 * Of larger files 5,000 rows each are drawn. O(rows · dimensions · (dimensions + permutations)): 1 s for 2 × 5,000 × 512.
 * @see Lopez-Paz & Oquab (2017), arXiv 1610.06545; Kim, Ramdas, Singh & Wasserman (2021), arXiv 1602.02210, for LDA;
 *   LeDell, Petersen & van der Laan (2015), doi:10.1214/15-EJS1035, for the area over folds
 */
export function classifierTwoSampleTest(
  dataset: EmbeddingMatrix,
  reference: EmbeddingMatrix,
  { seed, checkpoint }: CompareOptions,
): ClassifierTwoSampleTest | undefined {
  const random = createRandom(seed);
  const ours = drawRows(dataset, CLASSIFIED_ROWS, drawSeed(random));
  const theirs = drawRows(reference, CLASSIFIED_ROWS, drawSeed(random));
  const pooled = stackRows(ours, theirs);
  const fewest = Math.min(ours.rows, theirs.rows);
  if (fewest < LEAST_ROWS) return undefined;
  const { layout, order } = layOutFolds(pooled, fewest, random, checkpoint);
  const { foldEnds } = layout;
  const labels = labellings(
    Int8Array.from(order, (row) => (row < ours.rows ? 1 : 0)),
    random,
  );
  const sums = classSums(layout, labels, checkpoint);
  const positives = labels.map((labelling) => positivesOfFolds(labelling, foldEnds));
  if (pairsOf(positives[0]!, foldEnds) === 0) return undefined;
  const won = new Float64Array(labels.length);
  foldEnds.forEach((_, fold) => {
    const { start, end } = placesOfFold(foldEnds, fold);
    const scores = heldOutScores(layout, sums, positives, fold, checkpoint);
    const sorted = new Float64Array(end - start);
    labels.forEach((labelling, at) => {
      won[at]! += pairsWon(scores[at]!, labelling.subarray(start, end), sorted);
    });
  });
  const areas = won.map((wins, at) => {
    const pairs = pairsOf(positives[at]!, foldEnds);
    return pairs === 0 ? 0.5 : wins / pairs;
  });
  const test = permutationTest(areas[0]!, areas.subarray(1));
  return {
    areaUnderRoc: areas[0]!,
    interval: areaInterval(areas[0]!, ours.rows, theirs.rows, test.deviation),
    ...test,
    rows: { dataset: ours.rows, reference: theirs.rows },
  };
}

/** The true labels, then random ones. */
function labellings(labels: Int8Array, random: Random): Int8Array[] {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const rows = Uint32Array.from({ length: labels.length }, (_, row) => row);
  const relabelled = Array.from({ length: PERMUTATIONS }, () => {
    drawFirst(rows, positives, random);
    const drawn = new Int8Array(labels.length);
    for (const row of rows.subarray(0, positives)) drawn[row] = 1;
    return drawn;
  });
  return [labels, ...relabelled];
}

/** Pairs of a positive and a negative within folds. */
function pairsOf(positives: readonly number[], foldEnds: readonly number[]): number {
  return positives.reduce((sum, count, fold) => {
    const { start, end } = placesOfFold(foldEnds, fold);
    return sum + count * (end - start - count);
  }, 0);
}
