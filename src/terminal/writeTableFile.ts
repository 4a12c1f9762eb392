import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AnalysisError } from '../data/analysisError.ts';

/** Writes a table of runs, whole or not at all. @throws AnalysisError where it cannot be written */
export function writeTableFile(path: string, text: string): void {
  const partialPath = `${path}.${process.pid}.part`;
  try {
    writeFileSync(partialPath, text);
    renameSync(partialPath, path);
  } catch (error) {
    rmSync(partialPath, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new AnalysisError('not-writable', `The table could not be written: ${why}`);
  }
}
