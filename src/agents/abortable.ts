import type { RunningJob } from '../engine/runJob.ts';

/** What is running, cancelled once the signal says so. */
export async function abortable<Result>(
  running: Pick<RunningJob<Result>, 'result' | 'cancel'>,
  signal: AbortSignal,
): Promise<Result> {
  const cancel = () => running.cancel();
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await running.result;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
