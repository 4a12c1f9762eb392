import type { FieldSelection } from '../../data/rowTypes.ts';
import type { FieldFacts } from '../../engine/report.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { FIELD_ROLES } from '../panelTerms.ts';
import { fill, type Wording } from './wording.ts';

const NAME_LENGTH = 120;

/** Says of each field that a person named whether it is in no row: nothing is read then, not even what would be found unasked. */
export function unreadFields(
  fields: FieldFacts,
  selection: FieldSelection,
  { view }: Wording,
): string[] {
  return FIELD_ROLES.flatMap((role) => {
    const named = selection[role];
    if (named === undefined || fields[role] !== undefined) return [];
    return [fill(view[`unread.${role}`], harmlessText(named, NAME_LENGTH))];
  });
}
