import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import type { Reading } from './reading.ts';

/** All lines of findings of which the report lists the first 1,000 only. 1-based, ascending. */
export interface FindingLines {
  readonly rowErrors: Uint32Array;
  readonly quality: readonly { readonly code: QualityCode; readonly lines: Uint32Array }[];
}

/** @param rowsOfCode the rows of each kind of quality finding, ascending */
export function findingLines(
  { rowLines, errorLines }: Reading,
  rowsOfCode: ReadonlyMap<QualityCode, Uint32Array>,
): FindingLines {
  return {
    rowErrors: errorLines,
    quality: Array.from(rowsOfCode, ([code, rows]) => ({
      code,
      lines: rows.map((row) => rowLines[row]! + 1),
    })),
  };
}
