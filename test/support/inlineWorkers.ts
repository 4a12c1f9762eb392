import { createCancelFlag, requestCancel } from '../../src/engine/cancellation.ts';
import type { OrderedJobEnvironment } from '../../src/engine/jobs/job.ts';
import { jobs } from '../../src/engine/jobs/registry.ts';
import type { RunJob } from '../../src/engine/runJob.ts';
import { serializeError, toAnalysisError } from '../../src/engine/serializedError.ts';
import { createInlineTaskPool } from '../../src/engine/taskPool.ts';
import type { Workers } from '../../src/engine/workers.ts';

type AnyListener = {
  onProgress?(progress: unknown): void;
  onUpdate?(update: unknown): void;
  askToSend?(question: unknown): Promise<boolean>;
};

/** Jobs in the calling thread, where everything stays warm; what passes between a job and its caller is cloned as between threads. */
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
    createPool: createInlineTaskPool,
    onProgress: (progress) => listener.onProgress?.(progress),
    onUpdate: (update) => listener.onUpdate?.(structuredClone(update)),
    askToSend: async (question) => (await listener.askToSend?.(question)) ?? false,
    orders: orders(),
  };
  const job = jobs[name] as (
    request: unknown,
    environment: OrderedJobEnvironment<unknown, unknown>,
  ) => Promise<unknown>;
  return {
    result: Promise.resolve()
      .then(() => job(structuredClone(request), environment))
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
export const inlineWorkers: Workers = { runJob: runInline, createPool: createInlineTaskPool };
