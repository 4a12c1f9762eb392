export type AnalysisErrorCode =
  | 'file-not-found'
  | 'not-readable'
  | 'not-writable'
  | 'is-a-directory'
  | 'utf-16'
  | 'empty-file'
  | 'no-usable-row'
  | 'nothing-to-choose'
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
