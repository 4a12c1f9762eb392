import { AnalysisError, isAnalysisError, type AnalysisErrorCode } from '../data/analysisError.ts';

/** An AnalysisError as it crosses from one thread to another. */
export interface SerializedError {
  readonly code: AnalysisErrorCode;
  readonly message: string;
}

/** Any fault as one that a face can show; what is not an AnalysisError is a fault of ours and says where it arose. */
export function serializeError(error: unknown): SerializedError {
  if (isAnalysisError(error)) return { code: error.code, message: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (
    /Array buffer allocation failed|Invalid (typed )?array length|Invalid string length/.test(text)
  ) {
    return { code: 'out-of-memory', message: 'There was not enough memory.' };
  }
  return { code: 'worker-died', message: `A worker thread failed: ${text}` };
}

export function toAnalysisError(error: SerializedError): AnalysisError {
  return new AnalysisError(error.code, error.message);
}
