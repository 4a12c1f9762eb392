import type { RowError, RowErrorCode } from './rowTypes.ts';
import { say, type Sentence } from './sentence.ts';

/** @param column absent where the whole line is meant */
export function rowError(
  line: number,
  code: RowErrorCode,
  sentence: Sentence,
  column?: number,
): RowError {
  return {
    line,
    ...(column !== undefined && { column }),
    code,
    message: say(sentence),
    sentence,
  };
}
