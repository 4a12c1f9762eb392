import { realpathSync, statSync } from 'node:fs';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import type { ByteSource } from '../data/byteReader.ts';
import { pathOfPart } from '../data/inputs/inputPart.ts';

/** @throws AnalysisError not-writable where the target is one of the files that are read, also under another name */
export function assertOtherFile(targetPath: string, sources: readonly ByteSource[]): void {
  if (sources.flatMap(filesOf).some((path) => isSameFile(path, targetPath))) {
    throw new AnalysisError('not-writable', faults.neverOverwritten, targetPath);
  }
}

function filesOf(source: ByteSource): string[] {
  if (source.kind !== 'converted') return [source.path];
  return [source.path, ...source.parts.map((part) => pathOfPart(source.path, part))];
}

/** Whether two paths lead to one file: by another spelling, a symbolic link or a hard link. */
export function isSameFile(a: string, b: string): boolean {
  try {
    if (realpathSync(a) === realpathSync(b)) return true;
    const [one, other] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    // One of them is not there yet.
    return false;
  }
}
