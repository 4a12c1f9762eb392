import type { CurvePoint, LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';

/** A level as it is where its rows tell no interval: its curve has none. */
export const withoutIntervals = <T extends LevelFigures>(level: T): T => ({
  ...level,
  curve: level.curve.map(({ rows, q0, q1, q2, coverage, extrapolated }): CurvePoint => ({
    rows,
    q0,
    q1,
    q2,
    coverage,
    extrapolated,
  })),
});
