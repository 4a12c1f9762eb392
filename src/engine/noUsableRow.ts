import { AnalysisError } from '../data/analysisError.ts';
import type { Reading } from './reading.ts';

/** The fault of a file in which no line is a row: what stood there, with the first reason as an example. */
export function noUsableRow({ blankLines, errorCount, errors }: Reading): AnalysisError {
  const first = errors[0];
  const reason = first
    ? `${errorCount} ${errorCount === 1 ? 'line was' : 'lines were'} not usable; line ${first.line}: ${first.message}`
    : `All ${blankLines} lines are blank.`;
  return new AnalysisError('no-usable-row', `The file has no usable row. ${reason}`);
}
