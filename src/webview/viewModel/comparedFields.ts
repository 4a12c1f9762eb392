import {
  isCompared,
  type ComparedLevels,
  type LevelComparison,
  type Uncompared,
} from '../../engine/compare/comparison.ts';
import type { MeasuredField } from '../panelTerms.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

/**
 * The fields that both files have, also those of which a level could not be compared. Where that is
 * one only, the whole is that field.
 */
export function comparedFields(level: ComparedLevels['macro']): MeasuredField[] {
  const fields = FIELD_NAMES.filter((field) => isInBoth(level[field]));
  return fields.length === 1 ? fields : [...fields, 'whole'];
}

const isInBoth = (found: LevelComparison | Uncompared): boolean =>
  isCompared(found) || found.uncompared.code !== 'no-such-field';
