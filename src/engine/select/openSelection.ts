import { AnalysisError } from '../../data/analysisError.ts';
import { cancelled, createCancelFlag, requestCancel } from '../cancellation.ts';
import type { JobProgress } from '../jobs/job.ts';
import type { SelectUpdate } from '../jobs/selectInTurn.ts';
import type { SendQuestion } from '../requestEmbeddings.ts';
import type { RunningJob } from '../runJob.ts';
import { toAnalysisError } from '../serializedError.ts';
import { workerThreads } from '../workers.ts';
import type { MapOfRows } from './selectableDataset.ts';
import type { SelectPhase, SelectResult, SelectSettings, SelectSource } from './selection.ts';

/** A data set held open in a thread of its own, so that further choices need not read it again. */
export interface OpenSelection {
  /** The map of the rows, once a choice was made. */
  map(): Pick<RunningJob<MapOfRows | undefined>, 'result' | 'cancel'>;
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
  readonly onUpdate: (update: SelectUpdate) => void;
  readonly reject: (error: AnalysisError) => void;
}

export function openSelection(
  source: SelectSource,
  askToSend?: (question: SendQuestion) => Promise<boolean>,
  { runJob } = workerThreads,
): OpenSelection {
  const pending = new Map<number, Pending>();
  let nextId = 0;
  const job = runJob('selectInTurn', source, {
    ...(askToSend && { askToSend }),
    onUpdate(update: SelectUpdate) {
      const asked = pending.get(update.id);
      if (update.type === 'failed') asked?.reject(toAnalysisError(update.error));
      else asked?.onUpdate(update);
      if (update.type !== 'progress') pending.delete(update.id);
    },
  });
  let ended: AnalysisError | undefined;
  const end = (error: unknown) => {
    ended = error instanceof AnalysisError ? error : cancelled();
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  job.result.then(() => end(cancelled()), end);

  function ask<Result>(
    order: { readonly type: 'choose'; readonly select: SelectSettings } | { readonly type: 'map' },
    onUpdate: (update: SelectUpdate, resolve: (result: Result) => void) => void,
  ) {
    const cancelFlag = createCancelFlag();
    const id = nextId++;
    const result = new Promise<Result>((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      pending.set(id, { onUpdate: (update) => onUpdate(update, resolve), reject });
      job.order({ id, cancelFlag, ...order });
    });
    const cancel = () => {
      requestCancel(cancelFlag);
      pending.get(id)?.reject(cancelled());
      pending.delete(id);
    };
    return { result, cancel };
  }

  return {
    choose: (select, onProgress) =>
      ask<SelectResult>({ type: 'choose', select }, (update, resolve) => {
        if (update.type === 'progress') onProgress?.(update.progress);
        if (update.type === 'chosen') resolve(update.result);
      }),
    map: () =>
      ask<MapOfRows | undefined>({ type: 'map' }, (update, resolve) => {
        if (update.type === 'mapped') resolve(update.map);
      }),
    close: () => job.cancel(),
  };
}
