import type { TokenColumn } from '../text/tokenColumn.ts';

export interface RareTag {
  readonly rows: number;
  /** Share of the rows with tags that have the tag, 0–1. */
  readonly share: number;
}

const RARE_SHARE = 0.002;
/** Above this share of rows with a rare tag the tags are free words, and rare ones are usual. */
const MAX_RARE_SHARE = 0.01;

/**
 * Tags that hardly occur: each on less than 0.2 % of the rows that have tags, so in files of more than 500 such rows, and
 * less than 1 % of these rows with any of them. Typing errors and left-overs look like that.
 * @param tags the distinct tags of each row as numbers
 * @returns the rare tags
 * O(tags).
 */
export function rareTags({ values, offsets }: TokenColumn): ReadonlyMap<number, RareTag> {
  const counts = new Map<number, number>();
  for (const tag of values) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  let taggedRows = 0;
  for (let row = 1; row < offsets.length; row++)
    if (offsets[row]! > offsets[row - 1]!) taggedRows++;
  const rare = new Map<number, RareTag>();
  for (const [tag, rows] of counts) {
    const share = rows / taggedRows;
    if (share < RARE_SHARE) rare.set(tag, { rows, share });
  }
  if (rare.size === 0) return rare;
  let rareRows = 0;
  for (let row = 1; row < offsets.length; row++) {
    if (values.subarray(offsets[row - 1], offsets[row]).some((tag) => rare.has(tag))) rareRows++;
  }
  return rareRows < MAX_RARE_SHARE * taggedRows ? rare : new Map();
}
