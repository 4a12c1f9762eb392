import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { GrowthView } from '../protocol.ts';
import type { Wording } from './wording.ts';
import { explanationOf } from './figureView.ts';
import { fill, joinSentences } from './wording.ts';

/** Public sets are drawn up to so many times the highest point of the curve's band: beyond, the curve would be flat. */
const MOST_TIMES_CURVE = 2;

/** The curve of a level for drawing, with the public sets beside it; none for fewer than two rows. */
export function growthView(level: LevelFigures, wording: Wording): GrowthView | undefined {
  const { curve } = level;
  if (curve.length === 0) return undefined;
  const { view } = wording;
  const yardsticks = yardstickMarks(level, wording);
  return {
    title: view.growthChart,
    explanation: explanationOf('growth', wording),
    xLabel: view.rows,
    yLabel: view.growthValue,
    coverageLabel: view.growthCoverage,
    ...(yardsticks && { yardsticks }),
    legend: joinSentences([
      view.growthLegend,
      curve.some(({ interval }) => interval) ? view.growthBand : undefined,
      yardsticks && marksLegend(yardsticks, wording),
    ]),
    points: curve.map(({ rows, q1, coverage, extrapolated, interval }) => ({
      rows,
      value: q1,
      extrapolated,
      rowsText: wording.count(rows),
      valueText: wording.amount(q1),
      coverageText: wording.percent(Math.max(0, coverage)),
      ...(interval && {
        band: {
          ...interval,
          lowText: wording.amount(interval.low),
          highText: wording.amount(interval.high),
        },
      }),
    })),
  };
}

function yardstickMarks(
  { atCommonRows, curve, yardsticks }: LevelFigures,
  { view, amount, count }: Wording,
): GrowthView['yardsticks'] {
  if ('absence' in atCommonRows || !yardsticks) return undefined;
  // Topics of fewer rows are found anew: public sets do not lie beside the curve of these.
  if (!curve.some(({ rows, q1 }) => rows === atCommonRows.rows && q1 === atCommonRows.q1))
    return undefined;
  const highest =
    MOST_TIMES_CURVE * Math.max(...curve.map(({ q1, interval }) => interval?.high ?? q1));
  return {
    title: fill(view.yardsticks, count(atCommonRows.rows)),
    nameLabel: view.dataSet,
    rows: atCommonRows.rows,
    rowsText: count(atCommonRows.rows),
    sets: yardsticks.map(({ name, q1, low, high }) => ({
      name,
      value: q1,
      valueText: amount(q1),
      lowText: amount(low),
      highText: amount(high),
      drawn: q1 <= highest,
    })),
  };
}

function marksLegend(
  { sets, rowsText }: NonNullable<GrowthView['yardsticks']>,
  { view, count }: Wording,
): string {
  const above = sets.filter(({ drawn }) => !drawn).length;
  return joinSentences([
    above < sets.length ? fill(view.growthYardsticks, rowsText) : undefined,
    above > 0 ? fill(view.growthYardsticksAbove, count(above)) : undefined,
  ]);
}
