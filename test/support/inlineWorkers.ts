import { createCancelFlag, requestCancel } from '../../src/engine/cancellation.ts';
import type { OrderedJobEnvironment } from '../../src/engine/jobs/job.ts';
import type { ByteSource } from '../../src/data/byteReader.ts';
import { jobs, type JobRequest } from '../../src/engine/jobs/registry.ts';
import type { RunJob } from '../../src/engine/runJob.ts';
import { serializeError, toAnalysisError } from '../../src/engine/serializedError.ts';
import type { Workers } from '../../src/engine/workers.ts';
import { remembered } from './remembered.ts';
import { createWarmTaskPool } from './warmTaskPool.ts';

type AnyListener = {
  onProgress?(progress: unknown): void;
  onUpdate?(update: unknown): void;
  askToSend?(question: unknown): Promise<boolean>;
};

interface Request {
  readonly threads: number;
  readonly assetsFolder: string;
}

/** The files that a job reads; absent for jobs that write, are given orders, or are quick. */
const SOURCES: Readonly<Record<string, (request: unknown) => readonly ByteSource[]>> = {
  inspectFile: (request) => [(request as { readonly source: ByteSource }).source],
  findThinPlaces: (request) => {
    const { source, reference } = request as JobRequest<'findThinPlaces'>;
    return reference ? [source, reference.source] : [source];
  },
  compareFiles: sourcesOfBoth,
  exploreMix: sourcesOfBoth,
  trackGenerations: (request) =>
    (request as JobRequest<'trackGenerations'>).files.map(({ source }) => source),
  selectRows: (request) => {
    const { source, reference } = request as JobRequest<'selectRows'>;
    return reference ? [source, reference.source] : [source];
  },
};

function sourcesOfBoth(request: unknown): readonly ByteSource[] {
  const { dataset, reference } = request as JobRequest<'compareFiles'>;
  return [dataset.source, reference.source];
}

/**
 * Jobs in the calling thread, where everything stays warm; what passes between a job and its caller
 * is cloned as between threads.
 */
const runInline = ((name: keyof typeof jobs, request: unknown, listener: AnyListener) => {
  const cancelFlag = createCancelFlag();
  const waiting: unknown[] = [];
  let wake: () => void = () => undefined;
  let isCancelled = false;
  async function* orders() {
    for (;;) {
      while (waiting.length === 0) {
        if (isCancelled) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      yield waiting.shift();
    }
  }
  const environment: OrderedJobEnvironment<unknown, unknown> = {
    cancelFlag,
    createPool: createWarmTaskPool,
    onProgress: (progress) => listener.onProgress?.(progress),
    onUpdate: (update) => listener.onUpdate?.(structuredClone(update)),
    askToSend: async (question) => (await listener.askToSend?.(question)) ?? false,
    orders: orders(),
  };
  const job = jobs[name] as (
    request: unknown,
    environment: OrderedJobEnvironment<unknown, unknown>,
  ) => Promise<unknown>;
  const sourcesOf = SOURCES[name];
  const run = (asked: Request) =>
    sourcesOf
      ? remembered(name, asked, sourcesOf(asked), environment.onUpdate, (given, { onUpdate }) =>
          job(given, { ...environment, onUpdate }),
        )
      : job(asked, environment);
  return {
    result: Promise.resolve()
      .then(() => run(structuredClone(request) as Request))
      .then(structuredClone, (error: unknown) => {
        throw toAnalysisError(structuredClone(serializeError(error)));
      }),
    order(order: unknown) {
      waiting.push(structuredClone(order));
      wake();
    },
    cancel() {
      isCancelled = true;
      requestCancel(cancelFlag);
      wake();
    },
  };
}) as unknown as RunJob;

/** The whole engine but its threads. */
export const inlineWorkers: Workers = { runJob: runInline, createPool: createWarmTaskPool };
