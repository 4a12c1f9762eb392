/** A language model as far as tagging needs one; editorModels.ts has those of the editor. */
export interface LanguageModel {
  /** Tells models apart in the cache. */
  readonly id: string;
  /** As a person knows it. */
  readonly name: string;
  /** Tokens that one request may have. */
  readonly maxInputTokens: number;
  countTokens(text: string): Promise<number>;
  /** @throws LanguageModelFault, or whatever it is when `signal` is aborted */
  ask(prompt: string, signal: AbortSignal): Promise<string>;
}

/** Why a model did not answer. */
export class LanguageModelFault extends Error {
  override readonly name = 'LanguageModelFault';
  /** Whether the same request may be answered later. */
  readonly isTemporary: boolean;

  constructor(message: string, isTemporary: boolean) {
    super(message);
    this.isTemporary = isTemporary;
  }
}
