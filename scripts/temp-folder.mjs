// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * A folder that is gone when this process is.
 * @param {string} name
 */
export function tempFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `strata-${name}-`));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeTempFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  folders.delete(folder);
}

process.on('exit', () => {
  for (const folder of folders) {
    try {
      removeTempFolder(folder);
    } catch {
      // Still in use: the system's own cleaner takes it.
    }
  }
});
