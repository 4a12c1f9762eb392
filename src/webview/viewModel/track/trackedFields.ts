import { isCompared } from '../../../engine/compare/comparison.ts';
import type { Generations } from '../../../engine/track/generations.ts';
import type { MeasuredField } from '../../../engine/report.ts';

export const TRACKED_LEVELS = ['macro', 'meso', 'micro'] as const;

/** The fields to show of a level: where the files have one field only, the whole is that field. */
export function trackedFields(levels: Generations['levels']['macro']): readonly MeasuredField[] {
  const own = (['instruction', 'response'] as const).filter((field) => isCompared(levels[field]));
  return own.length === 1 ? own : [...own, 'whole'];
}
