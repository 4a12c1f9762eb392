import { rename, rm, writeFile } from 'node:fs/promises';
import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { manifestPath } from './manifestPath.ts';

/**
 * Writes the manifest of a file beside it, under another name until it is whole. Unlike `newFile` it does not hold up the
 * thread, which may be that of all extensions.
 * @returns where the manifest is
 * @throws AnalysisError not-writable with the reason
 */
export async function writeManifest(targetPath: string, manifest: object): Promise<string> {
  const path = manifestPath(targetPath);
  const partialPath = `${path}.${process.pid}.part`;
  try {
    await writeFile(partialPath, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await rename(partialPath, path);
    return path;
  } catch (error) {
    await rm(partialPath, { force: true });
    throw new AnalysisError('not-writable', faults.cannotWrite, path, faultReason(error));
  }
}
