import type { ByteSource, PlainSource } from '../data/byteReader.ts';
import { isPlainInput } from './isPlainInput.ts';
import type { ConvertPhase } from './jobs/convertInput.ts';
import type { JobProgress } from './jobs/job.ts';
import { removeFolder } from './removeFolder.ts';
import type { RunningJob } from './runJob.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { workerThreads } from './workers.ts';

/** A data set that is being opened to be read as lines of JSON. */
export interface OpeningInput extends Pick<RunningJob<ByteSource>, 'result' | 'cancel'> {
  /** Removes the files that were made for it, at whatever time. */
  readonly close: () => void;
}

/**
 * Opens a data set of any format: a plain file of JSON lines as it is, any other converted by a job into a folder of ours.
 * Cancelled or failed, nothing is left behind.
 */
export function openInput(
  source: PlainSource,
  onProgress: (progress: JobProgress<ConvertPhase>) => void,
  { runJob } = workerThreads,
): OpeningInput {
  let isCancelled = false;
  let job: RunningJob<ByteSource> | undefined;
  let folder: string | undefined;

  function close(): void {
    if (folder !== undefined) removeFolder(folder);
    folder = undefined;
  }

  async function open(): Promise<ByteSource> {
    if (await isPlainInput(source)) return source;
    folder = temporaryFolder();
    try {
      job = runJob('convertInput', { source, folder }, { onProgress });
      if (isCancelled) job.cancel();
      return await job.result;
    } catch (error) {
      close();
      throw error;
    }
  }

  return {
    result: open(),
    cancel() {
      isCancelled = true;
      job?.cancel();
    },
    close,
  };
}
