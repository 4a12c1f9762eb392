import { AnalysisError, isAnalysisError, type AnalysisErrorCode } from '../data/analysisError.ts';
import type { BrokenLines } from '../data/brokenLines.ts';
import type { Sentence } from '../data/sentence.ts';
import { unexpectedFault } from './unexpectedFault.ts';

/** An AnalysisError as it crosses from one thread to another. */
export interface SerializedError {
  readonly code: AnalysisErrorCode;
  readonly message: string;
  readonly sentence: Sentence;
  /** Where it arose, for a log. */
  readonly stack?: string;
  readonly brokenLines?: BrokenLines;
}

/** Any fault as one that a face can show. */
export function serializeError(error: unknown): SerializedError {
  const fault = isAnalysisError(error) ? error : unexpectedFault(error);
  const { code, message, sentence, stack, brokenLines } = fault;
  return {
    code,
    message,
    sentence,
    ...(stack !== undefined && { stack }),
    ...(brokenLines && { brokenLines }),
  };
}

export function toAnalysisError(serialized: SerializedError): AnalysisError {
  const { code, sentence, stack, brokenLines } = serialized;
  const error = new AnalysisError(code, sentence.template, ...sentence.values);
  if (stack !== undefined) error.stack = stack;
  error.brokenLines = brokenLines;
  return error;
}
