import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import { quantizeRow } from '../metrics/embed/quantizeRow.ts';
import { isCancelled, throwIfCancelled, type CancelFlag } from './cancellation.ts';
import type { EmbeddingCache } from './embeddingCache.ts';
import {
  connectToEndpoint,
  embeddingAddress,
  type EmbeddingEndpoint,
} from './embeddingEndpoint.ts';
import type { Reading } from './reading.ts';
import type { MeasuredField } from './report.ts';
import { paddedDimensions, sharedEmbeddingMatrix } from './shared.ts';
import type { TaskPool } from './taskPool.ts';
import type { KeyedText, RowTexts } from './tasks/readTexts.ts';
import { FIELD_NAMES } from '../data/rowTypes.ts';

/** What a person is asked before anything leaves the machine's own programs. */
export interface SendQuestion {
  readonly address: string;
  readonly model: string;
  /** Different texts that no earlier inspection has the vectors of. */
  readonly texts: number;
}

export interface RequestTools {
  readonly cancelFlag: CancelFlag;
  readonly askToSend: (question: SendQuestion) => Promise<boolean>;
  /** @param share of the texts that have their vectors, 0–1 */
  readonly onProgress: (share: number) => void;
}

export type RequestedEmbeddings = Readonly<Record<MeasuredField, EmbeddingMatrix>>;

const TEXTS_PER_REQUEST = 64;
const CHARACTERS_PER_REQUEST = 100_000;
const REQUESTS_AT_ONCE = 2;
const CANCEL_LOOK_MS = 100;

/**
 * Embeddings of instructions and responses from a person's own endpoint. Each different text is sent once, in batches, and
 * only if the person agrees; the vectors are kept at 8 bits a number. The whole of a row is the sum of its texts' unit
 * vectors, so that nothing is sent twice.
 * @returns undefined where the person does not agree
 * @throws AnalysisError embedding-endpoint, cancelled
 */
export async function requestEmbeddings(
  pool: TaskPool,
  { ranges }: Reading,
  slotOfRow: Int32Array,
  slots: number,
  endpoint: EmbeddingEndpoint,
  tools: RequestTools,
): Promise<RequestedEmbeddings | undefined> {
  const address = embeddingAddress(endpoint);
  const parts = await Promise.all(
    ranges.map((range) => pool.run('readTexts', { range, slotOfRow })),
  );
  const rows = parts.flat();
  const { openEmbeddingCache } = await import('./embeddingCache.ts');
  const cache = openEmbeddingCache(endpoint.cacheFolder, address, endpoint.model);
  const missing = new Map<string, string>();
  for (const { key, text } of rows.flatMap(textsOf)) {
    if (!cache.get(key)) missing.set(key, text);
  }
  if (missing.size > 0) {
    const question = { address, model: endpoint.model, texts: missing.size };
    if (!(await tools.askToSend(question))) return undefined;
    await sendAll(endpoint, cache, cutIntoBatches(missing), tools);
  }
  return fillMatrices(rows, cache, slots);
}

function textsOf({ instruction, response }: RowTexts): KeyedText[] {
  return [instruction, response].filter((text) => text !== undefined);
}

function cutIntoBatches(missing: ReadonlyMap<string, string>): KeyedText[][] {
  const batches: KeyedText[][] = [];
  let characters = Infinity;
  for (const [key, text] of missing) {
    const last = batches.at(-1);
    characters += text.length;
    if (last && last.length < TEXTS_PER_REQUEST && characters <= CHARACTERS_PER_REQUEST) {
      last.push({ key, text });
    } else {
      batches.push([{ key, text }]);
      characters = text.length;
    }
  }
  return batches;
}

async function sendAll(
  endpoint: EmbeddingEndpoint,
  cache: EmbeddingCache,
  batches: readonly (readonly KeyedText[])[],
  { cancelFlag, onProgress }: RequestTools,
): Promise<void> {
  const request = connectToEndpoint(endpoint);
  const abort = new AbortController();
  const watch = setInterval(() => {
    if (isCancelled(cancelFlag)) abort.abort();
  }, CANCEL_LOOK_MS);
  let next = 0;
  let finished = 0;
  let dimensions: number | undefined;
  const sendOneByOne = async (): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) {
      const vectors = await request(
        batch.map(({ text }) => text),
        abort.signal,
      );
      vectors.forEach((vector, place) => {
        dimensions ??= vector.length;
        if (vector.length !== dimensions) throw unequal(dimensions, vector.length);
        const values = new Int8Array(dimensions);
        quantizeRow(Float32Array.from(vector), values, 0);
        cache.set(batch[place]!.key, values);
      });
      onProgress(++finished / batches.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, sendOneByOne));
  } catch (error) {
    throwIfCancelled(cancelFlag);
    throw error;
  } finally {
    clearInterval(watch);
    abort.abort();
    // What has come is kept, whatever happened: the next inspection goes on from there.
    cache.flush();
  }
}

function unequal(expected: number, got: number): AnalysisError {
  return new AnalysisError('embedding-endpoint', faults.endpointUnequal, got, expected);
}

function fillMatrices(
  rows: readonly RowTexts[],
  cache: EmbeddingCache,
  slots: number,
): RequestedEmbeddings {
  const vectorOf = ({ key }: KeyedText): Int8Array => {
    const vector = cache.get(key);
    if (vector) return vector;
    // A model that was changed on the server empties the cache of what it gave before.
    throw new AnalysisError('embedding-endpoint', faults.endpointOtherLength);
  };
  const dimensions = vectorOf(rows.flatMap(textsOf)[0]!).length;
  const create = () => sharedEmbeddingMatrix(slots, paddedDimensions(dimensions));
  const matrices = { instruction: create(), response: create(), whole: create() };
  const sum = new Float32Array(dimensions);
  for (const row of rows) {
    sum.fill(0);
    for (const field of FIELD_NAMES) {
      const text = row[field];
      if (!text) continue;
      const vector = Float32Array.from(vectorOf(text));
      const inverseNorm = write(matrices[field], row.slot, vector);
      vector.forEach((value, column) => (sum[column]! += value * inverseNorm));
    }
    write(matrices.whole, row.slot, sum);
  }
  return matrices;
}

function write(matrix: EmbeddingMatrix, slot: number, vector: Float32Array): number {
  const inverseNorm = quantizeRow(vector, matrix.values, slot * matrix.dimensions);
  matrix.inverseNorms[slot] = inverseNorm;
  return inverseNorm;
}
