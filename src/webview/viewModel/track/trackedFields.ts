import { isCompared } from '../../../engine/compare/comparison.ts';
import type { Generations } from '../../../engine/track/generations.ts';
import type { MeasuredField } from '../../../engine/report.ts';
import { FIELD_NAMES } from '../../../data/rowTypes.ts';

/** The fields to show of a level: where the files have one field only, the whole is that field. */
export function trackedFields(levels: Generations['levels']['macro']): readonly MeasuredField[] {
  const own = FIELD_NAMES.filter((field) => isCompared(levels[field]));
  return own.length === 1 ? own : [...own, 'whole'];
}
