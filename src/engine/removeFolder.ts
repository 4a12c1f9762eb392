import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** Together some ten seconds: by then a thread that was told to end has let go of its files. */
const RETRIES = { maxRetries: 10, retryDelay: 200 };

/**
 * Removes a folder of ours with all that is in it, if it is there. Windows refuses where a thread still has one of its
 * files open (EBUSY, EPERM, ENOTEMPTY): then it is tried again for a while, and whoever asked goes on.
 */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What stays after all is in the folder of temporary files, which the system empties.
    rm(path, { recursive: true, force: true, ...RETRIES }).catch(() => undefined);
  }
}
