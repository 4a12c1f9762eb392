import type { LevelFigures } from '../metrics/stats/levelFigures.ts';
import {
  LEVEL_NAMES,
  MEASURED_FIELDS,
  type ByField,
  type Levels,
  type SampleNote,
} from './report.ts';
import { grouped } from '../metrics/text/grouped.ts';

/** Levels whose intervals' widths are told from fewer rows than there are. */
export function intervalSamples(levels: Levels, seed: number): SampleNote[] {
  return LEVEL_NAMES.flatMap((level) => {
    const fields: ByField<LevelFigures> = levels[level];
    const fewer = MEASURED_FIELDS.flatMap((field) => {
      const figures = fields[field];
      if ('unmeasured' in figures || !figures.interval) return [];
      const { rowsUsed } = figures.interval;
      return rowsUsed < figures.rows ? [{ used: rowsUsed, of: figures.rows }] : [];
    });
    if (fewer.length === 0) return [];
    const { used, of } = fewer.reduce((least, next) => (next.used < least.used ? next : least));
    const message = `Intervals (${level}) rest on ${grouped(used)} of ${grouped(of)} rows drawn at random, scaled to all rows.`;
    return [{ what: 'interval-rows', level, used, of, seed, message } as const];
  });
}
