import { LanguageModelFault, type LanguageModel } from './languageModel.ts';
import type { TagCache } from './tagCache.ts';
import { parseTags, tagPrompt } from './tagPrompt.ts';

export const TEXTS_PER_REQUEST = 20;

/** Requests under way at a time. */
const REQUESTS_AT_ONCE = 3;
/** Waits before a request that failed for the time being is made again; after the last one tagging ends. */
const RETRY_AFTER_MS = [2_000, 5_000, 15_000, 30_000, 60_000];

export interface TaggingTools {
  readonly model: LanguageModel;
  readonly cache: TagCache;
  readonly signal: AbortSignal;
  /** Called when texts were answered, with all texts answered so far. */
  readonly onProgress: (answered: number) => void;
  /** Resolves after that time, or when the signal is aborted. */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

/** Texts that the cache does not know, in the batches in which they are sent: at most 20, and what the model can take. */
export function batchesToSend(
  texts: readonly string[],
  { model, cache }: Pick<TaggingTools, 'model' | 'cache'>,
): string[][] {
  const unknown = [...new Set(texts)].filter((text) => cache.get(model.id, text) === undefined);
  // A character is seldom more than a token; half of the room is left for the task and the answer.
  const most = model.maxInputTokens / 2;
  const batches: string[][] = [];
  let batch: string[] = [];
  let characters = 0;
  for (const text of unknown) {
    if (
      batch.length === TEXTS_PER_REQUEST ||
      (batch.length > 0 && characters + text.length > most)
    ) {
      batches.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push(text);
    characters += text.length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/**
 * Asks the model for the tags of the texts that the cache does not know; the answers are in the cache afterwards. Texts
 * that an answer leaves out are asked for once more. What was answered before a failure or the signal is kept.
 * @throws LanguageModelFault when the model refuses, or does not answer after five more attempts; the signal's reason
 */
export async function tagTexts(texts: readonly string[], tools: TaggingTools): Promise<void> {
  let answered = 0;
  const failure = new AbortController();
  const signal = AbortSignal.any([tools.signal, failure.signal]);
  const askFor = async (batch: readonly string[]): Promise<void> => {
    const answer = await askPatiently(tagPrompt(batch), { ...tools, signal });
    const tags = parseTags(answer, batch.length);
    const tagged = batch.flatMap((text, at) => (tags[at] ? [{ text, tags: tags[at] }] : []));
    await tools.cache.add(tools.model.id, tagged);
    answered += tagged.length;
    tools.onProgress(answered);
  };
  for (let round = 0; round < 2; round++) {
    const queue = batchesToSend(texts, tools);
    const work = async (): Promise<void> => {
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        signal.throwIfAborted();
        await askFor(batch);
      }
    };
    const workers = Array.from({ length: REQUESTS_AT_ONCE }, () =>
      work().catch((error: unknown) => {
        // The first failure ends the others: none of them may go on sending.
        failure.abort(error);
        throw error;
      }),
    );
    await Promise.allSettled(workers);
    signal.throwIfAborted();
  }
}

async function askPatiently(
  prompt: string,
  { model, signal, wait }: Pick<TaggingTools, 'model' | 'signal' | 'wait'>,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await model.ask(prompt, signal);
    } catch (error) {
      signal.throwIfAborted();
      const pause = RETRY_AFTER_MS[attempt];
      if (!(error instanceof LanguageModelFault) || !error.isTemporary || pause === undefined) {
        throw error;
      }
      await wait(pause, signal);
      signal.throwIfAborted();
    }
  }
}
