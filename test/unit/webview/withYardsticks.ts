import type { LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';

/** A level as it is where 1,000 rows can be told of and public sets are there: its curve has a point at 1,000 rows. */
export function withYardsticks<T extends LevelFigures>(level: T): T {
  const q1 = 20;
  const interval = { low: 18, high: 22 };
  const point = { rows: 1000, q0: 30, q1, q2: 10, coverage: 0.95, extrapolated: false, interval };
  return {
    ...level,
    atCommonRows: point,
    curve: [...level.curve.filter(({ extrapolated }) => !extrapolated), point],
    yardsticks: [
      { name: 'Lowest', q1: 5, low: 4.5, high: 5.5, position: 'lower' },
      { name: 'Alike', q1: 21, low: 19, high: 23, position: 'similar' },
      { name: 'Higher', q1: 30, low: 28, high: 32, position: 'higher' },
      { name: 'Far above', q1: 80, low: 78, high: 82, position: 'higher' },
    ],
  };
}
