import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../analysisError.ts';
import { faultCode } from '../faultCode.ts';
import { faultReason } from '../faultReason.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { kindOfName } from './inputKind.ts';

/** The files of a folder that may hold records. */
export interface Shards {
  /** In natural order of their names (`part-2` before `part-10`). */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Names of links that lead to no file, in the same order. */
  readonly deadLinks: readonly string[];
}

const byName = new Intl.Collator('en', { numeric: true });
const MOST_NAMED = 5;
/** What the file system says of a link that leads to nothing, or in a circle. */
const DEAD = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/**
 * Looks through a folder; folders within it are not entered. A file of JSON may turn out to hold no records: beside data it
 * often says something about them.
 * @throws AnalysisError unusable-input where there is no file, not-readable
 */
export function listShards(folder: string): Shards {
  const names = namesOf(folder).filter((name) => !name.startsWith('.') && kindOfName(name));
  names.sort((a, b) => byName.compare(a, b) || (a < b ? -1 : 1));
  const sizes = names.map((name) => sizeOfFile(join(folder, name)));
  const files = names.flatMap((name, at) => {
    const bytes = sizes[at];
    return bytes === undefined ? [] : [{ name, bytes }];
  });
  const deadLinks = names.filter((_, at) => sizes[at] === undefined);
  if (files.length === 0) throw noData(folder, deadLinks);
  return { files, deadLinks };
}

/** @param deadLinks names of links in it that lead to no file */
export function noData(folder: string, deadLinks: readonly string[]): AnalysisError {
  if (deadLinks.length === 0) {
    return new AnalysisError('unusable-input', faults.emptyFolder, folder);
  }
  const more = deadLinks.length > MOST_NAMED ? ['…'] : [];
  const names = [...deadLinks.slice(0, MOST_NAMED), ...more].join(', ');
  return new AnalysisError('unusable-input', faults.onlyDeadLinks, folder, names);
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

/** In bytes; undefined where the path leads to no file. */
function sizeOfFile(path: string): number | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (DEAD.includes(faultCode(error))) return undefined;
    throw new AnalysisError('not-readable', faults.notReadable, path, faultReason(error));
  }
}
