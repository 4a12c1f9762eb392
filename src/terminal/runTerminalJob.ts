import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { JobProgress } from '../engine/jobs/job.ts';
import type { JobName, JobRequest, JobResult } from '../engine/jobs/registry.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalContext } from './terminalContext.ts';

const MOST_THREADS = 8;

/** What of the machine a job uses. @param threads 0 = as many as there are cores, at most 8 */
export function machineOptions(threads: number, { packageFolder }: TerminalContext) {
  return {
    threads: threads || Math.min(MOST_THREADS, availableParallelism()),
    assetsFolder: join(packageFolder, 'media'),
  };
}

/** Runs a job with its progress on standard error; Ctrl+C cancels. Rejects with an AnalysisError. */
export async function runTerminalJob<Name extends JobName>(
  name: Name,
  context: TerminalContext,
  request: JobRequest<Name>,
): Promise<JobResult<Name>> {
  const progress = progressLine(context);
  const running = context.workers.runJob(name, request, {
    onProgress: (state: JobProgress) => progress.show(state),
  });
  return interruptible(running).finally(() => progress.clear());
}

/** What becomes of work that Ctrl+C cancels. */
export async function interruptible<Result>({
  result,
  cancel,
}: {
  readonly result: Promise<Result>;
  readonly cancel: () => void;
}): Promise<Result> {
  process.once('SIGINT', cancel);
  try {
    return await result;
  } finally {
    process.removeListener('SIGINT', cancel);
  }
}
