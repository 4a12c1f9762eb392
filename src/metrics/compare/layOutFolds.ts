import { findDistinctRows } from '../embed/distinctRows.ts';
import { selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { drawFirst } from '../stats/drawFirst.ts';
import { drawSeed, type Random } from '../stats/random.ts';
import type { FoldLayout } from './foldLayout.ts';
import { whitenRows } from './whitenRows.ts';

const FOLDS = 5;
/** Copies that a row has at most, as a share of the smaller set of rows to tell apart, for all to be kept in one fold. */
const MOST_TOGETHER = 1 / 20;

export interface LaidOutFolds {
  readonly layout: FoldLayout;
  /** The row of the matrix at each place of the layout. */
  readonly order: Uint32Array;
}

/**
 * Rows for a linear classifier that scores what it has not seen: whitened, and dealt into 5 folds of like size, equal rows into
 * one, so that no row is known from its copies. A row with more copies than 5 and than a twentieth of the smaller set is dealt
 * copy by copy: it is a part of its source that other rows do not stand for, and in one fold no classifier would have learnt of
 * it where it is scored. Which rows are in which set has no part in it, nor where they stand, so that random labels stay exact:
 * rows dealt by their place would have those of a file in the same folds for every two files of these sizes, and of ten rows
 * against ten 8 % of such tests without a shift were beyond 5 %.
 * @param matrix at least two rows; all have a meaning; at most 512 dimensions
 * @param fewest rows of the smaller of the sets that will be told apart
 * @throws RangeError for more dimensions
 * O(rows · dimensions² + dimensions³): 0.4 s for 10,000 × 512.
 */
export function layOutFolds(
  matrix: EmbeddingMatrix,
  fewest: number,
  random: Random,
  checkpoint?: () => void,
): LaidOutFolds {
  const { order, foldEnds } = dealIntoFolds(matrix, fewest, random);
  const values = whitenRows(selectRows(matrix, order), checkpoint);
  return { layout: { values, dimensions: matrix.dimensions, foldEnds }, order };
}

function dealIntoFolds(matrix: EmbeddingMatrix, fewest: number, random: Random) {
  const { rows: byContent, firstEqualRow } = findDistinctRows(matrix, drawSeed(random));
  const copies = new Uint32Array(matrix.rows);
  for (const first of firstEqualRow) copies[first]!++;
  const mostTogether = Math.max(FOLDS, MOST_TOGETHER * fewest);
  const groups = new Map<number, number[]>(Array.from(byContent, (first) => [first, []]));
  firstEqualRow.forEach((first, row) => {
    const key = copies[first]! > mostTogether ? row : first;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  });
  const dealt = Uint32Array.from(groups.keys());
  drawFirst(dealt, dealt.length, random);
  const folds = Array.from({ length: FOLDS }, (): number[] => []);
  for (const first of dealt) {
    const smallest = folds.reduce((least, fold) => (fold.length < least.length ? fold : least));
    smallest.push(...groups.get(first)!);
  }
  let end = 0;
  return {
    order: Uint32Array.from(folds.flat()),
    foldEnds: folds.map((fold) => (end += fold.length)),
  };
}
