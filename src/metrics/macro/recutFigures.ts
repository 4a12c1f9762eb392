import { diversityInterval, NO_DEVIATION } from '../stats/diversityInterval.ts';
import type { CommonRows, CurvePoint, Interval } from '../stats/levelFigures.ts';
import { squaredDeviations } from '../stats/squaredDeviations.ts';
import type { DrawnTopics } from './drawTopics.ts';
import type { TopicsFigures } from './measureTopics.ts';
import { DRAWS, type RedrawnTopics } from './redrawTopics.ts';

/**
 * What the statistics of a level cannot know where its kinds are topics: they change with the rows on which they are found.
 *
 * - Intervals tell how the figure moves when topics are found anew on random rows. The spread of halves is the standard
 *   error of the figure of all rows; that of smaller draws is no less. None at any number of rows for fewer than 40 rows,
 *   nor where halves do not move and the rows themselves tell none.
 * - The figure at the common number of rows is the mean over draws of so many rows, each with topics of its own: more rows show
 *   finer topics, so that rarefying those of a larger file would say more of its size than of its diversity.
 * @param figures of the topics found on all rows
 * @param redrawn of the same rows, for the common number of rows of the figures
 * @returns the figures with these in the place of their own
 * @see Politis, Romano & Wolf (1999), Subsampling, ch. 2; Shao & Tu (1995), The Jackknife and Bootstrap, ch. 2.3
 */
export function recutFigures(figures: TopicsFigures, redrawn: RedrawnTopics): TopicsFigures {
  const { rows, hill, interval, atCommonRows, curve, ...others } = figures;
  const { parts, partRows, commonRows, ofCommonRows } = redrawn;
  const deviation = parts.length === DRAWS ? logDeviation(parts) : 0;
  const isTold = parts.length === DRAWS && (interval !== undefined || deviation > NO_DEVIATION);

  const recut = (point: CurvePoint): CurvePoint => {
    const { interval: own, ...expected } = point;
    return isTold ? { ...expected, interval: movedInterval(point, deviation, own) } : expected;
  };
  const atCommon = (): CommonRows => {
    if ('absence' in atCommonRows) return atCommonRows;
    if (ofCommonRows.length === 0) return recut(atCommonRows);
    const share = commonRows / rows;
    // Draws of more than half the rows have too many of them in common to tell how far they move.
    const standardError =
      commonRows > partRows
        ? deviation
        : logDeviation(ofCommonRows) *
          Math.sqrt((share + (1 - share) / ofCommonRows.length) / (1 - share));
    const drawn = { rows: commonRows, ...meanOf(ofCommonRows), extrapolated: false };
    return isTold ? { ...drawn, interval: movedInterval(drawn, standardError) } : drawn;
  };
  const headline = isTold && movedInterval({ rows, q1: hill.q1 }, deviation, interval);
  const rowsUsed = Math.min(rows, DRAWS * partRows);
  return {
    rows,
    hill,
    ...(headline && { interval: { ...headline, rowsUsed } }),
    ...others,
    atCommonRows: atCommon(),
    curve: curve.map(recut),
  };
}

/**
 * As wide as topics found anew move, and as their own rows tell.
 * @param rows each of which has a topic at most, so that topics found anew are no more
 * @param own interval with the topics taken as given
 */
function movedInterval(
  { rows, q1 }: { readonly rows: number; readonly q1: number },
  deviation: number,
  own?: Interval,
): Interval {
  const moved = diversityInterval(
    q1,
    { logDeviation: deviation, degreesOfFreedom: DRAWS - 1 },
    rows,
  );
  if (!own) return moved;
  return { low: Math.min(own.low, moved.low), high: Math.max(own.high, moved.high) };
}

function meanOf(drawn: readonly DrawnTopics[]): DrawnTopics {
  const mean = (figure: keyof DrawnTopics) =>
    drawn.reduce((sum, draw) => sum + draw[figure], 0) / drawn.length;
  return { q0: mean('q0'), q1: mean('q1'), q2: mean('q2'), coverage: mean('coverage') };
}

/** Standard deviation of ln q1 from draw to draw. */
function logDeviation(drawn: readonly DrawnTopics[]): number {
  return Math.sqrt(squaredDeviations(drawn.map(({ q1 }) => Math.log(q1))) / (drawn.length - 1));
}
