import { parseLineRanges } from '../data/lineRanges.ts';
import type { LineRange } from '../engine/chunks.ts';
import { UsageError } from './usageError.ts';

/** @throws UsageError unless the text names lines */
export function parseLines(text: string, option: string): readonly LineRange[] {
  const ranges = parseLineRanges(text);
  if (ranges) return ranges;
  throw new UsageError('lines', option, text);
}
