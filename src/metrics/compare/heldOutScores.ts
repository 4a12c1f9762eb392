import { createDotTile8 } from '../embed/kernels.ts';
import type { ClassSums, FoldLayout } from './classSums.ts';
import { LARGEST_STEP } from './whitenRows.ts';

const LEFT = 64;

/**
 * Scores a fold's rows by the discriminants of all other folds: of each labelling, the mean of its positive rows minus the
 * mean of the others. Scores of one labelling and fold have one unit; other units differ.
 * @param positives for each labelling, the positive rows of each fold
 * @returns for each labelling one score per row of the fold; zeros where a class has no row to learn from
 * O(labellings · rows · dimensions) in SIMD.
 */
export function heldOutScores(
  { values, dimensions, foldEnds }: FoldLayout,
  sums: readonly ClassSums[],
  positives: readonly (readonly number[])[],
  fold: number,
  checkpoint?: () => void,
): Int32Array[] {
  const labellings = positives.length;
  const start = fold === 0 ? 0 : foldEnds[fold - 1]!;
  const end = foldEnds[fold]!;
  const others = sums.filter((_, other) => other !== fold);
  const trainingRows = foldEnds.at(-1)! - (end - start);
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: labellings, dimensions });
  const all = new Float64Array(dimensions);
  for (const sum of others) for (let k = 0; k < dimensions; k++) all[k]! += sum.all[k]!;
  const direction = new Float64Array(dimensions);
  positives.forEach((ofFolds, labelling) => {
    const count = ofFolds.reduce((sum, rows, other) => sum + (other === fold ? 0 : rows), 0);
    if (count === 0 || count === trainingRows) {
      direction.fill(0);
    } else {
      for (let k = 0, at = labelling * dimensions; k < dimensions; k++, at++) {
        let positive = 0;
        for (const sum of others) positive += sum.positive[at]!;
        direction[k] = positive / count - (all[k]! - positive) / (trainingRows - count);
      }
    }
    const largest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const factor = largest === 0 ? 0 : LARGEST_STEP / largest;
    for (let k = 0, at = labelling * dimensions; k < dimensions; k++, at++) {
      tile.right[at] = Math.round(direction[k]! * factor);
    }
  });
  const scores = positives.map(() => new Int32Array(end - start));
  for (let row = start; row < end; row += LEFT) {
    checkpoint?.();
    const rows = Math.min(LEFT, end - row);
    tile.left.set(values.subarray(row * dimensions, (row + rows) * dimensions));
    tile.multiply(rows, labellings);
    for (let labelling = 0; labelling < labellings; labelling++) {
      const target = scores[labelling]!;
      for (let i = 0; i < rows; i++) {
        target[row - start + i] = tile.products[i * labellings + labelling]!;
      }
    }
  }
  return scores;
}
