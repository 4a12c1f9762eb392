import { readdirSync } from 'node:fs';
import { AnalysisError } from '../analysisError.ts';
import { faultReason } from '../faultReason.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { kindOfName } from './inputKind.ts';

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Names of the files of a folder that may hold records, in natural order (`part-2` before `part-10`); folders within it are not
 * entered. A file of JSON may turn out to hold none: beside data it often says something about them.
 * @throws AnalysisError unusable-input where there is none, not-readable
 */
export function listShards(folder: string): string[] {
  const shards = namesOf(folder).filter((name) => !name.startsWith('.') && kindOfName(name));
  if (shards.length === 0) throw noData(folder);
  return shards.sort((a, b) => byName.compare(a, b) || (a < b ? -1 : 1));
}

export function noData(folder: string): AnalysisError {
  return new AnalysisError('unusable-input', faults.emptyFolder, folder);
}

function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name);
  } catch (error) {
    throw new AnalysisError('not-readable', faults.notReadable, folder, faultReason(error));
  }
}
