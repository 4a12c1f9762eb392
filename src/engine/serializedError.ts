import { AnalysisError, isAnalysisError, type AnalysisErrorCode } from '../data/analysisError.ts';
import { englishFaultWords as words } from '../data/faultWords.ts';
import type { BrokenLines } from '../data/brokenLines.ts';
import type { Sentence } from '../data/sentence.ts';

/** An AnalysisError as it crosses from one thread to another. */
export interface SerializedError {
  readonly code: AnalysisErrorCode;
  readonly message: string;
  readonly sentence: Sentence;
  readonly brokenLines?: BrokenLines;
}

/** Any fault as one that a face can show; what is not an AnalysisError is a fault of ours and says where it arose. */
export function serializeError(error: unknown): SerializedError {
  if (isAnalysisError(error)) return asPlain(error);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (
    /Array buffer allocation failed|Invalid (typed )?array length|Invalid string length/.test(text)
  ) {
    return asPlain(new AnalysisError('out-of-memory', words.outOfMemory));
  }
  return asPlain(new AnalysisError('worker-died', words.workerFailed, text));
}

const asPlain = ({ code, message, sentence, brokenLines }: AnalysisError): SerializedError => ({
  code,
  message,
  sentence,
  ...(brokenLines && { brokenLines }),
});

export function toAnalysisError({ code, sentence, brokenLines }: SerializedError): AnalysisError {
  const error = new AnalysisError(code, sentence.template, ...sentence.values);
  error.brokenLines = brokenLines;
  return error;
}
