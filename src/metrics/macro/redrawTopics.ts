import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import type { StatisticsOptions } from '../stats/levelStatistics.ts';
import { drawTopics, type DrawnTopics } from './drawTopics.ts';

/** Topics found anew on random rows: how figures over topics move with the rows on which these are found (`recutFigures`). */
export interface RedrawnTopics {
  /** Draws of `partRows` rows: half of those with a meaning, at most 1,000. None for fewer than 40 rows. */
  readonly parts: readonly DrawnTopics[];
  readonly partRows: number;
  readonly commonRows: number;
  /** Draws of `commonRows` rows; none where there are no more rows than that. */
  readonly ofCommonRows: readonly DrawnTopics[];
}

export const DRAWS = 8;
/** More rows take too long to be cut again and again. */
const MOST_DRAWN_ROWS = 1_000;
/** For a common number of rows that is larger still. */
const FEW_DRAWS = 2;
/** Fewer rows have too few topics in their halves for these to tell anything. */
const LEAST_ROWS = 40;

/**
 * Finds topics anew on eight draws of rows.
 * Some 0.6 s of one core for 50,000 rows × 512. Deterministic; the order of the rows has no part in it.
 */
export function redrawTopics(
  matrix: EmbeddingMatrix,
  { seed, commonRows, checkpoint }: StatisticsOptions,
): RedrawnTopics {
  const rows = matrix.inverseNorms.reduce((count, norm) => (norm === 0 ? count : count + 1), 0);
  const partRows = Math.min(Math.floor(rows / 2), MOST_DRAWN_ROWS);
  const facts = { partRows, commonRows };
  if (rows < LEAST_ROWS) return { ...facts, parts: [], ofCommonRows: [] };
  const draw = (size: number, draws: number) => drawTopics(matrix, size, draws, seed, checkpoint);
  const parts = draw(partRows, DRAWS);
  const ofCommonRows = () => {
    if (commonRows >= rows) return [];
    if (commonRows === partRows) return parts;
    return draw(commonRows, commonRows > MOST_DRAWN_ROWS ? FEW_DRAWS : DRAWS);
  };
  return { ...facts, parts, ofCommonRows: ofCommonRows() };
}
