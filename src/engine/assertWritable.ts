import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { sentence, type Sentence } from '../data/sentence.ts';

/**
 * For before long work: whether a file can be made at a path, or take the place of the one that is there.
 * @throws AnalysisError not-writable with the reason
 */
export function assertWritable(targetPath: string): void {
  const reason = whyNot(targetPath);
  if (reason === undefined) return;
  throw new AnalysisError('not-writable', faults.cannotWrite, targetPath, reason);
}

function whyNot(path: string): string | Sentence | undefined {
  const folder = dirname(path);
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      return sentence(faults.noSuchFolder, folder);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isDirectory()) return sentence(faults.isFolder);
    // A device or a pipe would be replaced by a file.
    if (!stats.isFile()) return sentence(faults.isNoFile);
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return faultReason(error);
  }
}
