import type { TokenColumn } from '../text/tokenColumn.ts';
import { tokenQuarters } from '../text/tokenQuarters.ts';

/** Tokens of a column: values[start] … values[start + length − 1]. */
export interface TokenRun {
  readonly start: number;
  readonly length: number;
}

/** Whether the tokens from a place on are those of a run. */
export function isSameRun(
  values: Uint32Array,
  { start, length }: TokenRun,
  place: number,
): boolean {
  for (let token = 0; token < length; token++) {
    if (values[start + token] !== values[place + token]) return false;
  }
  return true;
}

/** The length of a run in quarters of a word: see `tokenQuarters`. */
export function quartersOf({ start, length }: TokenRun, { values }: TokenColumn): number {
  let quarters = 0;
  for (let at = start; at < start + length; at++) quarters += tokenQuarters(values[at]!);
  return quarters;
}
