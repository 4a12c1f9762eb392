import type { AnalysisError } from '../data/analysisError.ts';
import { cancelled, createCancelFlag, requestCancel, type CancelFlag } from './cancellation.ts';
import type { JobProgress } from './jobs/job.ts';
import type {
  JobName,
  JobRequest,
  JobResult,
  OrderOf,
  ProgressOf,
  UpdateOf,
} from './jobs/registry.ts';
import { letLeadRest, takeLead } from './leadThreads.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import { unexpectedFault } from './unexpectedFault.ts';
import { watchGrowth } from './watchGrowth.ts';
import { deadThread } from './workerTaskPools.ts';

export type LeadMessage =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'update'; readonly update: unknown }
  | { readonly type: 'askToSend'; readonly id: number; readonly question: SendQuestion }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly error: SerializedError };

export interface JobStart {
  readonly name: JobName;
  readonly request: unknown;
  readonly cancelFlag: CancelFlag;
}

export type ToLead =
  | ({ readonly type: 'start' } & JobStart)
  /** The answer to `askToSend`. */
  | { readonly type: 'answer'; readonly id: number; readonly maySend: boolean }
  | { readonly type: 'order'; readonly order: unknown };

export interface JobListener<Name extends JobName> {
  onProgress?(progress: ProgressOf<Name>): void;
  onUpdate?(update: UpdateOf<Name>): void;
  /** Asked before texts are sent to the endpoint; without it none are. */
  askToSend?(question: SendQuestion): Promise<boolean>;
}

/** A running job, seen from the host or the terminal. */
export interface RunningJob<Result, Order = never> {
  /** Rejects with an AnalysisError; always settles. */
  readonly result: Promise<Result>;
  /** For jobs that go on for as long as they are given orders. */
  order(order: Order): void;
  cancel(): void;
}

/** How long a cancelled job may take to stop by itself before its threads are ended. */
const CANCEL_GRACE_MS = 100;

export type RunJob = typeof runJob;

/** Runs a job in a thread that it has for itself; the caller's thread only receives messages. */
export function runJob<Name extends JobName>(
  name: Name,
  request: JobRequest<Name>,
  listener: JobListener<Name>,
): RunningJob<JobResult<Name>, OrderOf<Name>> {
  const cancelFlag = createCancelFlag();
  const worker = takeLead();
  const hasGrown = watchGrowth();
  let hasEnded = false;
  const send = (message: ToLead) => {
    if (!hasEnded) worker.postMessage(message);
  };
  let cancel: () => void = () => undefined;

  const result = new Promise<JobResult<Name>>((resolve, reject) => {
    const fail = (error: AnalysisError) => {
      if (hasEnded) return;
      hasEnded = true;
      reject(error);
      void worker.terminate();
    };
    const answer = async (id: number, question: SendQuestion) => {
      let maySend = false;
      try {
        maySend = (await listener.askToSend?.(question)) ?? false;
      } catch {
        // Who cannot be asked has not agreed.
      }
      send({ type: 'answer', id, maySend });
    };
    worker.on('message', (message: LeadMessage) => {
      if (hasEnded) return;
      switch (message.type) {
        case 'progress':
          listener.onProgress?.(message.progress as ProgressOf<Name>);
          break;
        case 'update':
          listener.onUpdate?.(message.update as UpdateOf<Name>);
          break;
        case 'askToSend':
          void answer(message.id, message.question);
          break;
        case 'done':
          hasEnded = true;
          resolve(message.result as JobResult<Name>);
          if (hasGrown()) void worker.terminate();
          else letLeadRest(worker);
          break;
        case 'failed':
          fail(toAnalysisError(message.error));
      }
    });
    worker.on('error', (error) => fail(unexpectedFault(error)));
    worker.on('exit', (code) => fail(deadThread(code)));
    send({ type: 'start', name, request, cancelFlag });
    cancel = () => {
      requestCancel(cancelFlag);
      // A program that has nothing else to do is not kept waiting for it.
      setTimeout(() => fail(cancelled()), CANCEL_GRACE_MS).unref();
    };
  });
  return {
    result,
    order: (order) => send({ type: 'order', order }),
    cancel: () => cancel(),
  };
}
