import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import type { LineRange } from './chunks.ts';
import { sharedUint8 } from './shared.ts';

/**
 * Marks the lines of some ranges with 1; what lies beyond the end of the file is left out.
 * @throws AnalysisError no-usable-row where nothing is left
 */
export function selectLines(lineCount: number, ranges: readonly LineRange[]): Uint8Array {
  const selected = sharedUint8(lineCount);
  for (const { fromLine, toLine } of ranges) selected.fill(1, fromLine, toLine);
  if (selected.includes(1)) return selected;
  throw new AnalysisError('no-usable-row', faults.noChosenLine, lineCount);
}
