import type { BrokenLines } from './brokenLines.ts';
import { say, sentence, type Sentence } from './sentence.ts';

export type AnalysisErrorCode =
  | 'file-not-found'
  | 'not-readable'
  | 'not-writable'
  | 'is-a-directory'
  | 'utf-16'
  | 'utf-32'
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

/** A fault that ends an inspection or another job: one clear sentence, English by itself, and a code. */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';
  readonly code: AnalysisErrorCode;
  readonly sentence: Sentence;
  /** Where no line of a file was a row: what is wrong with them. */
  brokenLines: BrokenLines | undefined;
  /** @param template English, with `{0}`, `{1}` for the values: of `englishFaultWords`, or words that are translated already */
  constructor(
    code: AnalysisErrorCode,
    template: string,
    ...values: readonly (string | number | Sentence)[]
  ) {
    const said = sentence(template, ...values);
    super(say(said));
    this.code = code;
    this.sentence = said;
  }
}

/** Known by its name, because a bundle that is loaded late has a class of its own. */
export function isAnalysisError(error: unknown): error is AnalysisError {
  return error instanceof Error && error.name === 'AnalysisError' && 'code' in error;
}
