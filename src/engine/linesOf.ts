import type { Reading } from './reading.ts';
import { sharedUint32 } from './shared.ts';

/** 0-based lines of some rows, in shared memory. */
export function linesOf({ rowLines }: Pick<Reading, 'rowLines'>, rows: Uint32Array): Uint32Array {
  const lines = sharedUint32(rows.length);
  rows.forEach((row, at) => (lines[at] = rowLines[row]!));
  return lines;
}
