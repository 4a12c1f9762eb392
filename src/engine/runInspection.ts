import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AnalysisError } from '../data/analysisError.ts';
import { createCancelFlag, requestCancel } from './cancellation.ts';
import type { Inspection, PartialReport, Progress, StartInspection } from './inspection.ts';
import type { LeadData } from './lead.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import { deadThread, threadFault } from './workerTaskPool.ts';

export type LeadMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'partial'; readonly partial: PartialReport }
  | { readonly type: 'askToSend'; readonly question: SendQuestion }
  | { readonly type: 'done'; readonly inspection: Inspection }
  | { readonly type: 'failed'; readonly error: SerializedError };

/** The answer to `askToSend`. */
export interface LeadAnswer {
  readonly maySend: boolean;
}

/** The bundle of lead.ts, beside the bundle that this runs in. */
const LEAD_PATH = join(__dirname, 'lead.js');

/** How long a cancelled inspection may take to stop by itself before its threads are ended. */
const CANCEL_GRACE_MS = 200;

/** Starts an inspection in a thread of its own; the caller's thread only receives messages. */
export const runInspection: StartInspection = (request, listener) => {
  const cancelFlag = createCancelFlag();
  const workerData: LeadData = { request, cancelFlag };
  const worker = new Worker(LEAD_PATH, { workerData });
  let settled = false;
  let cancel: () => void = () => undefined;

  const result = new Promise<Inspection>((resolve, reject) => {
    const settle = (end: () => void) => {
      if (settled) return;
      settled = true;
      end();
      void worker.terminate();
    };
    const fail = (error: AnalysisError) => settle(() => reject(error));
    const answer = async (question: SendQuestion) => {
      let maySend = false;
      try {
        maySend = (await listener.askToSend?.(question)) ?? false;
      } finally {
        // Who cannot be asked has not agreed.
        worker.postMessage({ maySend } satisfies LeadAnswer);
      }
    };
    worker.on('message', (message: LeadMessage) => {
      if (settled) return;
      switch (message.type) {
        case 'progress':
          listener.onProgress?.(message.progress);
          break;
        case 'partial':
          listener.onPartial?.(message.partial);
          break;
        case 'askToSend':
          void answer(message.question);
          break;
        case 'done':
          settle(() => resolve(message.inspection));
          break;
        case 'failed':
          fail(toAnalysisError(message.error));
      }
    });
    worker.on('error', (error) => fail(threadFault(error)));
    worker.on('exit', (code) => fail(deadThread(code)));
    cancel = () => {
      requestCancel(cancelFlag);
      // A program that has nothing else to do is not kept waiting for it.
      setTimeout(
        () => fail(new AnalysisError('cancelled', 'The inspection was cancelled.')),
        CANCEL_GRACE_MS,
      ).unref();
    };
  });
  return { result, cancel: () => cancel() };
};
