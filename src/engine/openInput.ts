import { mkdtempSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteSource, PlainSource } from '../data/byteReader.ts';
import { isPlainJsonLines, MAGIC_BYTES } from '../data/inputs/inputKind.ts';
import type { ConvertPhase } from './jobs/convertInput.ts';
import type { JobProgress } from './jobs/job.ts';
import { runJob, type RunningJob } from './runJob.ts';

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
): OpeningInput {
  let isCancelled = false;
  let job: RunningJob<ByteSource> | undefined;
  let folder: string | undefined;

  function close(): void {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  }

  async function open(): Promise<ByteSource> {
    if (await isPlain(source)) return source;
    folder = mkdtempSync(join(tmpdir(), 'strata-'));
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

/** What cannot be looked at counts as plain: reading it says why. */
async function isPlain(source: PlainSource): Promise<boolean> {
  if (source.kind === 'memory') {
    return isPlainJsonLines(source.path, new Uint8Array(source.bytes).subarray(0, MAGIC_BYTES));
  }
  try {
    const stats = await stat(source.path);
    if (stats.isDirectory()) return false;
    return !stats.isFile() || isPlainJsonLines(source.path, await headOf(source.path));
  } catch {
    return true;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(MAGIC_BYTES), 0, MAGIC_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
