import { diversityInterval } from '../stats/diversityInterval.ts';
import type { CommonRows, CurvePoint, Interval, LevelFigures } from '../stats/levelFigures.ts';
import { squaredDeviations } from '../stats/squaredDeviations.ts';
import type { DrawnTopics } from './drawTopics.ts';
import { DRAWS, type RedrawnTopics } from './redrawTopics.ts';

/**
 * What the statistics of a level cannot know where its kinds are topics: they change with the rows on which they are found.
 *
 * - Intervals tell how the figure moves when topics are found anew on random rows. The spread of halves is the standard error of
 *   the figure of all rows; that of smaller draws is no less. None for fewer than 40 rows.
 * - The figure at the common number of rows is the mean over draws of so many rows, each with topics of its own: more rows show
 *   finer topics, so that rarefying those of a larger file would say more of its size than of its diversity.
 * @param figures of the topics found on all rows
 * @param redrawn of the same rows, for the common number of rows of the figures
 * @returns the figures with these in the place of their own
 * @see Politis, Romano & Wolf (1999), Subsampling, ch. 2; Shao & Tu (1995), The Jackknife and Bootstrap, ch. 2.3
 */
export function recutFigures<Figures extends LevelFigures>(
  figures: Figures,
  redrawn: RedrawnTopics,
): Omit<Figures, 'interval'> & Pick<LevelFigures, 'interval'> {
  const { interval, ...withoutInterval } = figures;
  const { rows, hill, atCommonRows } = figures;
  const { parts, partRows, commonRows, ofCommonRows } = redrawn;
  if (parts.length < DRAWS) return withoutInterval;

  const deviation = logDeviation(parts);
  const widened = (point: CurvePoint): CurvePoint => ({
    ...point,
    interval: wider(point.interval, diversityInterval(point.q1, deviation, DRAWS)),
  });
  const atCommon = (): CommonRows => {
    if ('absence' in atCommonRows) return atCommonRows;
    if (ofCommonRows.length === 0) return widened(atCommonRows);
    const share = commonRows / rows;
    // Draws of more than half the rows have too many of them in common to tell how far they move.
    const standardError =
      commonRows > partRows
        ? deviation
        : logDeviation(ofCommonRows) *
          Math.sqrt((share + (1 - share) / ofCommonRows.length) / (1 - share));
    const mean = meanOf(ofCommonRows);
    return {
      ...mean,
      rows: commonRows,
      extrapolated: false,
      interval: diversityInterval(mean.q1, standardError, DRAWS),
    };
  };
  const moved = diversityInterval(hill.q1, deviation, DRAWS);
  const headline = interval ? wider(interval, moved) : moved;
  const rowsUsed = Math.min(rows, DRAWS * partRows);
  return {
    ...withoutInterval,
    ...(headline.low < headline.high && { interval: { ...headline, rowsUsed } }),
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
