import { AnalysisError } from '../../data/analysisError.ts';
import { cancelled, createCancelFlag, requestCancel } from '../cancellation.ts';
import type { JobProgress } from '../jobs/job.ts';
import type { SelectUpdate } from '../jobs/selectInTurn.ts';
import type { SendQuestion } from '../requestEmbeddings.ts';
import { runJob, type RunningJob } from '../runJob.ts';
import { toAnalysisError } from '../serializedError.ts';
import type { SelectPhase, SelectResult, SelectSettings, SelectSource } from './selection.ts';

/** A data set held open in a thread of its own, so that further choices need not read it again. */
export interface OpenSelection {
  /** Waits for the choices asked for before it; one that is cancelled before its turn costs nothing. */
  choose(
    select: SelectSettings,
    onProgress?: (progress: JobProgress<SelectPhase>) => void,
  ): RunningChoice;
  /** Ends the thread; what still runs is cancelled. */
  close(): void;
}

/** Rejects with an AnalysisError; always settles. */
export type RunningChoice = Pick<RunningJob<SelectResult>, 'result' | 'cancel'>;

interface Pending {
  readonly onProgress: ((progress: JobProgress<SelectPhase>) => void) | undefined;
  readonly resolve: (result: SelectResult) => void;
  readonly reject: (error: AnalysisError) => void;
}

export function openSelection(
  source: SelectSource,
  askToSend?: (question: SendQuestion) => Promise<boolean>,
): OpenSelection {
  const pending = new Map<number, Pending>();
  let nextId = 0;
  const job = runJob('selectInTurn', source, {
    ...(askToSend && { askToSend }),
    onUpdate(update: SelectUpdate) {
      const choice = pending.get(update.id);
      switch (update.type) {
        case 'progress':
          choice?.onProgress?.(update.progress);
          return;
        case 'done':
          choice?.resolve(update.result);
          break;
        case 'failed':
          choice?.reject(toAnalysisError(update.error));
      }
      pending.delete(update.id);
    },
  });
  let ended: AnalysisError | undefined;
  const end = (error: unknown) => {
    ended = error instanceof AnalysisError ? error : cancelled();
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  job.result.then(() => end(cancelled()), end);

  return {
    choose(select, onProgress) {
      const cancelFlag = createCancelFlag();
      const id = nextId++;
      const result = new Promise<SelectResult>((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        pending.set(id, { onProgress, resolve, reject });
        job.order({ id, select, cancelFlag });
      });
      return {
        result,
        cancel() {
          requestCancel(cancelFlag);
          pending.get(id)?.reject(cancelled());
          pending.delete(id);
        },
      };
    },
    close: () => job.cancel(),
  };
}
