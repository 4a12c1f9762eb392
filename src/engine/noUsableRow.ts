import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { englishRowFaultWords as rowFaults } from '../data/rowFaultWords.ts';
import { sentence } from '../data/sentence.ts';
import type { Reading } from './reading.ts';

/** The fault of a file in which no line is a row: what stood there, with the first reason as an example. */
export function noUsableRow({ blankLines, errorCount, errors }: Reading): AnalysisError {
  const first = errors[0];
  const reason = first
    ? sentence(
        errorCount === 1 ? faults.unusableLineOne : faults.unusableLineOther,
        errorCount,
        first.line,
        first.sentence,
      )
    : sentence(blankLines === 1 ? faults.allBlankOne : faults.allBlankOther, blankLines);
  // The error of a row without any text says what was looked for; the others only say what is wrong with the line.
  const isWanted = first?.sentence.template !== rowFaults.noText;
  return new AnalysisError(
    'no-usable-row',
    isWanted ? faults.noUsableRowWanted : faults.noUsableRow,
    reason,
  );
}
