import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { GrowthView } from '../protocol.ts';
import type { Wording } from './wording.ts';

/** The curve of a level for drawing; none for fewer than two rows. */
export function growthView({ curve }: LevelFigures, wording: Wording): GrowthView | undefined {
  if (curve.length === 0) return undefined;
  const { view } = wording;
  return {
    title: view.growthChart,
    xLabel: view.rows,
    yLabel: view.growthValue,
    coverageLabel: view.growthCoverage,
    legend: view.growthLegend,
    points: curve.map(({ rows, q1, coverage, extrapolated, interval }) => ({
      rows,
      value: q1,
      low: interval.low,
      high: interval.high,
      extrapolated,
      rowsText: wording.count(rows),
      valueText: wording.amount(q1),
      lowText: wording.amount(interval.low),
      highText: wording.amount(interval.high),
      coverageText: wording.percent(Math.max(0, coverage)),
    })),
  };
}
