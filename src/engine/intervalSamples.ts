import type { LevelFigures } from '../metrics/stats/levelFigures.ts';
import type { ByField, Levels, SampleNote } from './report.ts';

/** Levels whose intervals rest on bootstrap samples of fewer rows than there are. */
export function intervalSamples(levels: Levels, seed: number): SampleNote[] {
  return (['macro', 'meso', 'micro'] as const).flatMap((level) => {
    const fields: ByField<LevelFigures> = levels[level];
    const fewer = (['instruction', 'response', 'whole'] as const).flatMap((field) => {
      const figures = fields[field];
      if ('unmeasured' in figures || !figures.interval) return [];
      const { rowsPerDraw } = figures.interval;
      return rowsPerDraw < figures.rows ? [{ used: rowsPerDraw, of: figures.rows }] : [];
    });
    if (fewer.length === 0) return [];
    const { used, of } = fewer.reduce((least, next) => (next.used < least.used ? next : least));
    const message = `Intervals (${level}) rest on random samples of ${used} of ${of} rows each, scaled to all rows.`;
    return [{ what: 'interval-rows', level, used, of, seed, message } as const];
  });
}
