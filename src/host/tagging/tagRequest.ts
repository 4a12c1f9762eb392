import type { LanguageModel } from './languageModel.ts';
import type { RowToTag } from './rowsToTag.ts';
import type { TagCache } from './tagCache.ts';
import { tagPrompt } from './tagPrompt.ts';
import { batchesToSend } from './tagTexts.ts';

/** What a model answers for a row: an object with three tags. */
const TOKENS_ANSWERED_PER_ROW = 25;

/** What is about to be asked: what a person has to know before it is sent. */
export interface TagRequest {
  readonly fileName: string;
  readonly model: LanguageModel;
  readonly rows: readonly RowToTag[];
  /** Rows whose tags are known from before. */
  readonly cached: number;
  /** One for each request, as they are sent. */
  readonly prompts: readonly string[];
  /** Estimates: sent, from the first prompt; received, from what answers usually take. */
  readonly tokens: { readonly sent: number; readonly received: number };
}

export async function planTagRequest(
  fileName: string,
  rows: readonly RowToTag[],
  model: LanguageModel,
  cache: TagCache,
): Promise<TagRequest> {
  const batches = batchesToSend(
    rows.map(({ text }) => text),
    { model, cache },
  );
  const prompts = batches.map(tagPrompt);
  const units = prompts.reduce((sum, prompt) => sum + prompt.length, 0);
  const first = prompts[0];
  // The model's own count of one prompt, scaled by length: a count of all of them would be a request for each.
  const sent = first ? ((await model.countTokens(first)) / first.length) * units : 0;
  const unknown = batches.reduce((sum, batch) => sum + batch.length, 0);
  return {
    fileName,
    model,
    rows,
    cached: rows.filter(({ text }) => cache.get(model.id, text) !== undefined).length,
    prompts,
    tokens: { sent: Math.round(sent), received: unknown * TOKENS_ANSWERED_PER_ROW },
  };
}
