import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { faultCode } from '../data/faultCode.ts';

/** Writes a table of runs, whole or not at all. @throws AnalysisError where it cannot be written */
export function writeTableFile(path: string, text: string): void {
  const partialPath = `${path}.${process.pid}.part`;
  try {
    writeFileSync(partialPath, text);
    renameSync(partialPath, path);
  } catch (error) {
    rmSync(partialPath, { force: true });
    throw new AnalysisError('not-writable', faults.cannotWrite, path, faultCode(error));
  }
}
