import type { LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';

/** A level as it is where its rows tell no interval: it has none anywhere, and no public sets beside it. */
export const withoutIntervals = <T extends LevelFigures>(level: T): T =>
  JSON.parse(
    JSON.stringify(level, (key, value: unknown) =>
      key === 'interval' || key === 'yardsticks' ? undefined : value,
    ),
  ) as T;
