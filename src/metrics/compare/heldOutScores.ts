import { createDotTile8 } from '../embed/kernels.ts';
import type { ClassSums } from './classSums.ts';
import { placesOfFold, type FoldLayout } from './foldLayout.ts';
import { LARGEST_STEP } from './whitenRows.ts';

const LEFT = 64;
/** Directions go through the kernel in such groups. */
const COLUMNS = 4;

/**
 * Scores a fold's rows by the discriminants of all other folds: of each labelling, the mean of its positive rows minus the
 * mean of the others. Scores of one labelling and fold have one unit; other units differ.
 * @param positives for each labelling, the positive rows of each fold
 * @returns for each labelling one score per row of the fold; zeros where a class has no row to learn from
 * O(labellings · rows · dimensions) in SIMD.
 */
export function heldOutScores(
  layout: FoldLayout,
  sums: readonly ClassSums[],
  positives: readonly (readonly number[])[],
  fold: number,
  checkpoint?: () => void,
): Int32Array[] {
  const { dimensions, foldEnds } = layout;
  const others = sums.filter((_, other) => other !== fold);
  const { start, end } = placesOfFold(foldEnds, fold);
  const trainingRows = foldEnds.at(-1)! - (end - start);
  const all = new Float64Array(dimensions);
  for (const sum of others) for (let k = 0; k < dimensions; k++) all[k]! += sum.all[k]!;
  const directions = new Float64Array(positives.length * dimensions);
  positives.forEach((ofFolds, labelling) => {
    const count = ofFolds.reduce((sum, rows, other) => sum + (other === fold ? 0 : rows), 0);
    if (count === 0 || count === trainingRows) return;
    for (let k = 0, at = labelling * dimensions; k < dimensions; k++, at++) {
      let positive = 0;
      for (const sum of others) positive += sum.positive[at]!;
      directions[at] = positive / count - (all[k]! - positive) / (trainingRows - count);
    }
  });
  return scoresOfFold(layout, directions, fold, checkpoint);
}

/**
 * Scores a fold's rows along directions.
 * @param directions row-major [directions, dimensions]; their lengths do not count
 * @returns for each direction one score per row of the fold
 * O(directions · rows · dimensions) in SIMD.
 */
export function scoresOfFold(
  { values, dimensions, foldEnds }: FoldLayout,
  directions: Float64Array,
  fold: number,
  checkpoint?: () => void,
): Int32Array[] {
  const count = directions.length / dimensions;
  const { start, end } = placesOfFold(foldEnds, fold);
  const columns = Math.ceil(count / COLUMNS) * COLUMNS;
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: columns, dimensions });
  for (let first = 0; first < directions.length; first += dimensions) {
    const direction = directions.subarray(first, first + dimensions);
    const largest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const factor = largest === 0 ? 0 : LARGEST_STEP / largest;
    for (let k = 0; k < dimensions; k++) tile.right[first + k] = Math.round(direction[k]! * factor);
  }
  const scores = Array.from({ length: count }, () => new Int32Array(end - start));
  for (let row = start; row < end; row += LEFT) {
    checkpoint?.();
    const rows = Math.min(LEFT, end - row);
    tile.left.set(values.subarray(row * dimensions, (row + rows) * dimensions));
    tile.multiply(rows, columns);
    scores.forEach((target, at) => {
      for (let i = 0; i < rows; i++) target[row - start + i] = tile.products[i * columns + at]!;
    });
  }
  tile.release();
  return scores;
}
