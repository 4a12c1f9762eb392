import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { diversityInterval } from '../stats/diversityInterval.ts';
import type { CommonRows, CurvePoint, Interval, LevelFigures } from '../stats/levelFigures.ts';
import type { StatisticsOptions } from '../stats/levelStatistics.ts';
import { squaredDeviations } from '../stats/squaredDeviations.ts';
import { drawTopics, type DrawnTopics } from './drawTopics.ts';

const DRAWS = 8;
/** More rows take too long to be cut again and again. */
const MOST_DRAWN_ROWS = 1_000;
/** For a common number of rows that is larger still. */
const FEW_DRAWS = 2;
/** Fewer rows have too few topics in their halves for these to tell anything. */
const LEAST_ROWS = 40;

/**
 * What the statistics of a level cannot know where its kinds are topics: they change with the rows on which they are found.
 *
 * - Intervals tell how the figure moves when topics are found anew on random rows: eight draws of half the rows, at most 1,000.
 *   The spread of halves is the standard error of the figure of all rows; that of smaller draws is no less. None for fewer than 40 rows.
 * - The figure at the common number of rows is the mean over draws of so many rows, each with topics of its own: more rows show
 *   finer topics, so that rarefying those of a larger file would say more of its size than of its diversity.
 * @param figures of the topics found on all rows
 * @returns the figures with these in the place of their own
 * Some 0.6 s of one core for 50,000 rows × 512. Deterministic; the order of the rows has no part in it.
 * @see Politis, Romano & Wolf (1999), Subsampling, ch. 2; Shao & Tu (1995), The Jackknife and Bootstrap, ch. 2.3
 */
export function recutFigures(
  matrix: EmbeddingMatrix,
  figures: LevelFigures,
  { seed, commonRows, checkpoint }: StatisticsOptions,
): LevelFigures {
  const { interval, ...withoutInterval } = figures;
  const { rows, hill, atCommonRows } = figures;
  const draw = (size: number, draws: number) => drawTopics(matrix, size, draws, seed, checkpoint);
  const size = Math.min(Math.floor(rows / 2), MOST_DRAWN_ROWS);
  const drawn = rows < LEAST_ROWS ? [] : draw(size, DRAWS);
  if (!interval || drawn.length < DRAWS) return withoutInterval;

  const deviation = logDeviation(drawn);
  const widened = (point: CurvePoint): CurvePoint => ({
    ...point,
    interval: wider(point.interval, diversityInterval(point.q1, deviation, DRAWS)),
  });
  const atCommon = (): CommonRows => {
    if ('absence' in atCommonRows) return atCommonRows;
    if (commonRows >= rows) return widened(atCommonRows);
    const draws = commonRows > MOST_DRAWN_ROWS ? FEW_DRAWS : DRAWS;
    const recut = size === commonRows ? drawn : draw(commonRows, draws);
    if (recut.length === 0) return widened(atCommonRows);
    const share = commonRows / rows;
    // Draws of more than half the rows have too many of them in common to tell how far they move.
    const standardError =
      commonRows > size
        ? deviation
        : logDeviation(recut) * Math.sqrt((share + (1 - share) / recut.length) / (1 - share));
    const mean = meanOf(recut);
    return {
      ...mean,
      rows: commonRows,
      extrapolated: false,
      interval: diversityInterval(mean.q1, standardError, DRAWS),
    };
  };
  return {
    ...withoutInterval,
    interval: {
      ...wider(interval, diversityInterval(hill.q1, deviation, DRAWS)),
      rowsUsed: Math.min(rows, DRAWS * size),
    },
    atCommonRows: atCommon(),
    curve: figures.curve.map(widened),
  };
}

const wider = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

function meanOf(drawn: readonly DrawnTopics[]): DrawnTopics {
  const mean = (figure: keyof DrawnTopics) =>
    drawn.reduce((sum, draw) => sum + draw[figure], 0) / drawn.length;
  return { q0: mean('q0'), q1: mean('q1'), q2: mean('q2'), coverage: mean('coverage') };
}

/** Standard deviation of ln q1 from draw to draw. */
function logDeviation(drawn: readonly DrawnTopics[]): number {
  return Math.sqrt(squaredDeviations(drawn.map(({ q1 }) => Math.log(q1))) / (drawn.length - 1));
}
