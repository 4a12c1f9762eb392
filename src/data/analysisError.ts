export type AnalysisErrorCode =
  | 'file-not-found'
  | 'not-readable'
  | 'not-writable'
  | 'is-a-directory'
  | 'utf-16'
  | 'unusable-input'
  | 'empty-file'
  | 'no-usable-row'
  | 'nothing-to-choose'
  | 'too-few-rows'
  | 'mixture-too-large'
  | 'file-changed'
  | 'embedding-endpoint'
  | 'worker-died'
  | 'out-of-memory'
  | 'cancelled';

/** A fault that ends an inspection or another job: one clear English sentence, and a code that the faces translate. */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';
  readonly code: AnalysisErrorCode;
  constructor(code: AnalysisErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Known by its name, because a bundle that is loaded late has a class of its own. */
export function isAnalysisError(error: unknown): error is AnalysisError {
  return error instanceof Error && error.name === 'AnalysisError' && 'code' in error;
}
