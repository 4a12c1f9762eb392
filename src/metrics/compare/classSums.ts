import { createDotTile8 } from '../embed/kernels.ts';
import { placesOfFold, type FoldLayout } from './foldLayout.ts';

/** For each fold: sums of rows, row-major [labellings, dimensions], and of all its rows. */
export interface ClassSums {
  readonly positive: Float64Array;
  readonly all: Float64Array;
}

const BLOCK_ROWS = 256;

/**
 * Sums the rows that each labelling calls positive, fold by fold: the product of labels and rows.
 * @param labels of each row 1 or 0; a multiple of 4 labellings
 * O(labellings · rows · dimensions) in SIMD: 0.1 s for 200 · 10,000 · 512.
 */
export function classSums(
  { values, dimensions, foldEnds }: FoldLayout,
  labels: readonly Int8Array[],
  checkpoint?: () => void,
): ClassSums[] {
  const tile = createDotTile8({
    leftCapacity: labels.length,
    rightCapacity: dimensions,
    dimensions: BLOCK_ROWS,
  });
  const sums = foldEnds.map((_, fold) => {
    const places = placesOfFold(foldEnds, fold);
    const positive = new Float64Array(labels.length * dimensions);
    const all = new Float64Array(dimensions);
    for (let start = places.start; start < places.end; start += BLOCK_ROWS) {
      checkpoint?.();
      const end = Math.min(places.end, start + BLOCK_ROWS);
      if (end - start < BLOCK_ROWS) {
        tile.left.fill(0);
        tile.right.fill(0);
      }
      labels.forEach((labelling, at) => {
        tile.left.set(labelling.subarray(start, end), at * BLOCK_ROWS);
      });
      for (let row = start; row < end; row++) {
        for (let k = 0, at = row - start, from = row * dimensions; k < dimensions; k++) {
          const value = values[from + k]!;
          tile.right[at] = value;
          all[k]! += value;
          at += BLOCK_ROWS;
        }
      }
      tile.multiply(labels.length, dimensions);
      for (let at = 0; at < positive.length; at++) positive[at]! += tile.products[at]!;
    }
    return { positive, all };
  });
  tile.release();
  return sums;
}
