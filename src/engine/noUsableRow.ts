import { AnalysisError } from '../data/analysisError.ts';
import type { Reading } from './reading.ts';

/** The fault of a file in which no line is a row: what stood there, with the first reason as an example. */
export function noUsableRow({ blankLines, errorCount, errors }: Reading): AnalysisError {
  const first = errors[0];
  const reason = first
    ? `${errorCount} ${errorCount === 1 ? 'line was' : 'lines were'} not usable; line ${first.line}: ${first.message}`
    : `All ${blankLines} lines are blank.`;
  // The error of a row without text says what was looked for; the others only say what is wrong with the line.
  const wanted =
    first?.code === 'no-text'
      ? ''
      : ' Each line has to be one JSON object with text, such as {"messages": […]}, {"instruction": "…", "output": "…"} or {"text": "…"}.';
  return new AnalysisError('no-usable-row', `The file has no usable row. ${reason}${wanted}`);
}
