import type { RowGroups } from './rowGroups.ts';
import { fill, type Wording } from './wording.ts';

/** What a grouping is called, and of how many rows it is known where it is not known of all. */
export function groupingLabel(
  { id, knownRows, ofRow }: RowGroups,
  { view, count }: Wording,
): string {
  const label = view[`grouping.${id}`];
  return knownRows === undefined
    ? label
    : fill(view.groupingSampled, label, count(knownRows), count(ofRow.length));
}
