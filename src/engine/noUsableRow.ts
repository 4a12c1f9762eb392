import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { englishRowFaultWords as rowFaults } from '../data/rowFaultWords.ts';
import { sentence, type Sentence } from '../data/sentence.ts';
import type { InputPart } from '../data/inputs/inputPart.ts';
import type { Reading } from './reading.ts';

/** Bytes at the beginning of a file by which its form is told. */
export const HEAD_BYTES = 64 * 1024;

/**
 * The fault of a file in which no line is a row: which other form it has, as far as its beginning shows that, or what stood in
 * its lines, with the first reason as an example and all that are listed beside it.
 * @param head the first HEAD_BYTES, or the whole of a smaller file; absent where rows are no lines of JSON in the source
 * @param parts of what the source is made, where it is no plain file of JSON lines
 */
export function noUsableRow(
  reading: Reading,
  head: Uint8Array | undefined,
  parts?: readonly InputPart[],
): AnalysisError {
  const form = head && otherForm(head, reading);
  if (form !== undefined) return new AnalysisError('no-usable-row', faults.noUsableRowWanted, form);
  const { blankLines, errorCount, errors } = reading;
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
  const wanted = head ? faults.noUsableRowWanted : faults.noUsableRecordWanted;
  const template = isWanted ? wanted : faults.noUsableRow;
  const error = new AnalysisError('no-usable-row', template, reason);
  if (first) {
    error.brokenLines = { rowErrorCount: errorCount, rowErrors: errors, ...(parts && { parts }) };
  }
  return error;
}

function otherForm(head: Uint8Array, { errors, errorCount }: Reading): Sentence | undefined {
  const text = new TextDecoder().decode(head).trim();
  // An array that ends on its line is the whole only where it stands alone.
  const isOfMany = errors[0]?.code === 'not-an-object' && (errorCount > 1 || text.includes('\n'));
  if (!isOfMany && /^\[\s*\{/.test(text)) return sentence(faults.jsonArray);
  // Within strings JSON has no bare carriage return.
  if (/\r(?!\n)/.test(text) && !text.includes('\n')) return sentence(faults.carriageReturns);
  if (/^\{[^\n]*(?<=[{[,])\s*\n/.test(text)) return sentence(faults.recordsOverLines);
  if (/^\{\s*'/.test(text)) return sentence(faults.pythonDicts);
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return sentence(faults.pointer);
  if (holdsNotANumber(text)) return sentence(faults.notANumber);
  // Bytes that no encoding of text has are those of something else, such as a packed file.
  const isText = !/[\0-\x08\x0e-\x1f]/.test(text);
  if (isText && errors.length > 0 && errors.every(({ code }) => code === 'invalid-utf8')) {
    return sentence(faults.otherEncoding);
  }
  return undefined;
}

/** Whether the first line is JSON but for what Python writes of numbers that JSON has no words for. */
function holdsNotANumber(text: string): boolean {
  const [line = ''] = text.split('\n', 1);
  const mended = line.replace(/(?<=[:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, 'null');
  if (mended === line) return false;
  try {
    JSON.parse(mended);
    return true;
  } catch {
    return false;
  }
}
