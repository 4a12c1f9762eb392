import { setTimeout as sleep } from 'node:timers/promises';
import { AnalysisError } from '../data/analysisError.ts';
import { fitsFloats, LARGEST_NUMBER } from '../data/embeddingField.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { sentence, type Sentence } from '../data/sentence.ts';

/** An OpenAI-compatible server that a person has named: Ollama, vLLM, text-embeddings-inference. */
export interface EmbeddingEndpoint {
  /** Base address, such as `http://localhost:11434/v1`; `/embeddings` is added where it is not there. */
  readonly url: string;
  readonly model: string;
  /** Sent to this endpoint as a bearer token, and never told: not in a report, not in a message, not in the cache. */
  readonly apiKey?: string;
  /** Where vectors are kept between inspections; absent = nowhere. */
  readonly cacheFolder?: string;
}

/** Asks for the vectors of a batch of texts. @throws AnalysisError embedding-endpoint */
export type RequestVectors = (
  texts: readonly string[],
  signal: AbortSignal,
) => Promise<readonly (readonly number[])[]>;

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A model that computes on a processor may take long for a batch. */
const TIMEOUT_MS = 120_000;
const QUOTED_CHARACTERS = 300;

/** The address that texts are sent to. @throws AnalysisError where it is no http or https address */
export function embeddingAddress({ url }: EmbeddingEndpoint): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw failure(faults.noEndpointAddress, url);
  }
  const path = parsed.pathname.replace(/\/+$/, '');
  parsed.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`;
  return parsed.href;
}

/**
 * A client of one endpoint. Overload and faults of the network are tried again, up to four times with doubling pauses;
 * what the server refuses is not. Redirects are not followed: texts go to the named address and nowhere else.
 */
export function connectToEndpoint(
  endpoint: EmbeddingEndpoint,
  firstPauseMs = FIRST_PAUSE_MS,
): RequestVectors {
  const address = embeddingAddress(endpoint);
  return async (texts, signal) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await post(address, endpoint, texts, signal);
      if (answer.kind === 'ok') return readVectors(address, answer.body, texts.length);
      if (attempt === ATTEMPTS || !answer.canRetry)
        throw failure(answer.template, ...answer.values);
      const pauseMs = answer.pauseMs ?? firstPauseMs * 2 ** (attempt - 1);
      await sleep(Math.min(LONGEST_PAUSE_MS, pauseMs), undefined, { signal });
    }
  };
}

type Answer =
  | { readonly kind: 'ok'; readonly body: string }
  | {
      readonly kind: 'fault';
      readonly template: string;
      readonly values: readonly (string | Sentence)[];
      readonly canRetry: boolean;
      readonly pauseMs?: number;
    };

async function post(
  address: string,
  { model, apiKey }: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const body = await response.text();
    if (response.ok) return { kind: 'ok', body };
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    return {
      kind: 'fault',
      template: faults.endpointAnswered,
      values: [address, `${response.status} ${response.statusText}`, reasonIn(hide(body, apiKey))],
      canRetry: response.status === 429 || response.status >= 500,
      ...(seconds >= 0 && { pauseMs: 1000 * seconds }),
    };
  } catch (error) {
    signal.throwIfAborted();
    return {
      kind: 'fault',
      template: faults.endpointUnreachable,
      values: [address, reasonOf(error, apiKey)],
      canRetry: true,
    };
  }
}

/** Servers repeat a key that they refuse. */
function hide(text: string, apiKey: string | undefined): string {
  return apiKey ? text.replaceAll(apiKey, '…') : text;
}

/** `{"error": {"message": …}}` as OpenAI has it, `{"error": …}` as others do, else the start of the answer. */
function reasonIn(body: string): string | Sentence {
  const { error } = (parse(body) ?? {}) as { error?: unknown };
  const { message } = (error ?? {}) as { message?: unknown };
  const reason = [message, error, body].find((part) => typeof part === 'string') as string;
  return reason.slice(0, QUOTED_CHARACTERS) || sentence(faults.endpointNoReason);
}

function reasonOf(error: unknown, apiKey: string | undefined): string | Sentence {
  const { cause, name, message } = error as Error & { cause?: { code?: string; message?: string } };
  const reason = cause?.code ?? cause?.message;
  if (reason === undefined && name === 'TimeoutError') {
    return sentence(faults.endpointTimeout, TIMEOUT_MS / 1000);
  }
  return hide(reason ?? message, apiKey);
}

interface VectorEntry {
  readonly index?: unknown;
  readonly embedding?: unknown;
}

function readVectors(address: string, body: string, count: number): number[][] {
  const { data } = (parse(body) ?? {}) as { data?: unknown };
  const vectors: number[][] = [];
  const entries = Array.isArray(data) ? (data as (VectorEntry | null)[]) : [];
  entries.forEach((entry, place) => {
    const index = typeof entry?.index === 'number' ? entry.index : place;
    if (isVector(entry?.embedding)) vectors[index] = entry.embedding;
  });
  for (let text = 0; text < count; text++) {
    const vector = vectors[text];
    if (!vector) throw failure(faults.endpointNoVector, address, text + 1, count);
    if (!fitsFloats(vector)) {
      throw failure(faults.endpointLargeNumber, address, LARGEST_NUMBER, text + 1, count);
    }
  }
  if (vectors.length > count) throw failure(faults.endpointManyVectors, address, count);
  return vectors;
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => Number.isFinite(entry));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(
  template: string,
  ...values: readonly (string | number | Sentence)[]
): AnalysisError {
  return new AnalysisError('embedding-endpoint', template, ...values);
}
