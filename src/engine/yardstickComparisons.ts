import type {
  CommonRows,
  LevelFigures,
  YardstickComparison,
} from '../metrics/stats/levelFigures.ts';
import type { ByField, Levels, MesoLevel, MeasuredField, Unmeasured } from './report.ts';
import yardsticks from './yardsticks.json' with { type: 'json' };

/** The headline of a public set at the common rows: the whole of what is kept of it. */
export interface Yardstick {
  readonly q1: number;
  readonly low: number;
  readonly high: number;
  /** What the kinds are made by: embedder, source of task units, encoding. Figures of different ones are not compared. */
  readonly kindsBy: string;
}

interface YardstickSet {
  readonly name: string;
  readonly levels: Readonly<Record<string, Readonly<Record<string, Yardstick | undefined>>>>;
}

const SETS: readonly YardstickSet[] = yardsticks.sets;

/** Every level beside the public data sets, where those hold for it. The table is made by scripts/make-yardsticks.mjs. */
export function withYardsticks({ macro, meso, micro }: Levels): Levels {
  return {
    macro: compareFields('macro', macro, (level) => level.embedder),
    meso: compareFields('meso', meso, kindsOfMeso),
    micro: compareFields('micro', micro, (level) => level.encoding),
  };
}

/** Merged and unmerged kinds are not the same kinds. */
const kindsOfMeso = ({ source, merging }: MesoLevel): string =>
  merging ? `${source}, merged` : source;

function compareFields<T extends LevelFigures>(
  id: keyof Levels,
  fields: ByField<T>,
  kindsBy: (level: T) => string,
): ByField<T> {
  const compare = (field: MeasuredField): T | Unmeasured => {
    const level = fields[field];
    if ('unmeasured' in level) return level;
    const found = comparisons(level.atCommonRows, (set) => {
      const yardstick = set.levels[id]?.[field];
      return yardstick?.kindsBy === kindsBy(level) ? yardstick : undefined;
    });
    return found.length === 0 ? level : { ...level, yardsticks: found };
  };
  return {
    instruction: compare('instruction'),
    response: compare('response'),
    whole: compare('whole'),
  };
}

function comparisons(
  atCommonRows: CommonRows,
  yardstickOf: (set: YardstickSet) => Yardstick | undefined,
): YardstickComparison[] {
  if ('absence' in atCommonRows || atCommonRows.rows !== yardsticks.rows) return [];
  if (!atCommonRows.interval) return [];
  const { low: fileLow, high: fileHigh } = atCommonRows.interval;
  return SETS.flatMap((set): YardstickComparison[] => {
    const yardstick = yardstickOf(set);
    if (!yardstick) return [];
    const { q1, low, high } = yardstick;
    const position = high < fileLow ? 'lower' : low > fileHigh ? 'higher' : 'similar';
    return [{ name: set.name, q1, low, high, position }];
  }).sort((a, b) => a.q1 - b.q1);
}
