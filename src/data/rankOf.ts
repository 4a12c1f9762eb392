import type { JsonObject } from './jsonObject.ts';

/**
 * The place of one of several replies or answers: 0 before 1, one that was selected before all, those without a rank
 * last.
 */
export function rankOf({ rank, selected }: JsonObject): number {
  if (selected === true) return -Infinity;
  return typeof rank === 'number' ? rank : Number.MAX_VALUE;
}
