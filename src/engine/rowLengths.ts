import type { TokenColumn } from '../metrics/text/tokenColumn.ts';
import type { FieldTokens } from './reading.ts';
import { sharedUint32 } from './shared.ts';

/** Tokens of each row, per field. */
export interface RowLengths {
  readonly instruction: Uint32Array;
  readonly response: Uint32Array;
}

export const rowLengths = ({ instruction, response }: FieldTokens): RowLengths => ({
  instruction: tokenCounts(instruction),
  response: tokenCounts(response),
});

/** Tokens per row of a column. */
export function tokenCounts({ offsets }: Pick<TokenColumn, 'offsets'>): Uint32Array {
  const counts = sharedUint32(offsets.length - 1);
  for (let row = 0; row < counts.length; row++) counts[row] = offsets[row + 1]! - offsets[row]!;
  return counts;
}
