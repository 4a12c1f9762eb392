import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AnalysisError } from '../data/analysisError.ts';
import { createCancelFlag, requestCancel } from './cancellation.ts';
import type { Inspection, PartialReport, Progress, StartInspection } from './inspection.ts';
import type { LeadData } from './lead.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import type { RowMap } from './rowMap.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import { deadThread, threadFault } from './workerTaskPool.ts';

export type LeadMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'partial'; readonly partial: PartialReport }
  | { readonly type: 'askToSend'; readonly question: SendQuestion }
  | { readonly type: 'done'; readonly inspection: Inspection }
  | { readonly type: 'map'; readonly map: RowMap }
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly error: SerializedError };

/** The answer to `askToSend`. */
export interface LeadAnswer {
  readonly maySend: boolean;
}

/** The bundle of lead.ts, beside the bundle that this runs in. */
const LEAD_PATH = join(__dirname, 'lead.js');

/** How long a cancelled inspection may take to stop by itself before its threads are ended. */
const CANCEL_GRACE_MS = 100;

/** Starts an inspection in a thread of its own; the caller's thread only receives messages. */
export const runInspection: StartInspection = (request, listener) => {
  const cancelFlag = createCancelFlag();
  const workerData: LeadData = { request, cancelFlag };
  const worker = new Worker(LEAD_PATH, { workerData });
  let isReported = false;
  let hasEnded = false;
  let cancel: () => void = () => undefined;
  let resolveMap: (map: RowMap | undefined) => void = () => undefined;
  const map = new Promise<RowMap | undefined>((resolve) => (resolveMap = resolve));

  const result = new Promise<Inspection>((resolve, reject) => {
    const end = (error?: AnalysisError) => {
      if (hasEnded) return;
      hasEnded = true;
      resolveMap(undefined);
      if (!isReported) reject(error ?? deadThread(0));
      void worker.terminate();
    };
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
      if (hasEnded) return;
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
          isReported = true;
          resolve(message.inspection);
          if (!request.withMap) end();
          break;
        case 'map':
          resolveMap(message.map);
          break;
        case 'ended':
          end();
          break;
        case 'failed':
          end(toAnalysisError(message.error));
      }
    });
    worker.on('error', (error) => end(threadFault(error)));
    worker.on('exit', (code) => end(deadThread(code)));
    cancel = () => {
      requestCancel(cancelFlag);
      // A program that has nothing else to do is not kept waiting for it.
      setTimeout(
        () => end(new AnalysisError('cancelled', 'The inspection was cancelled.')),
        CANCEL_GRACE_MS,
      ).unref();
    };
  });
  return { result, map, cancel: () => cancel() };
};
