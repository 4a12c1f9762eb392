import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { listShards } from '../data/inputs/listShards.ts';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { isSameFile } from '../engine/assertOtherFile.ts';
import { unmeasuredRuns } from '../engine/experiments/unmeasuredRuns.ts';

/**
 * For before a table of runs is filled: it is none of the data sets that it names, nor a file of one that is a folder.
 * @param text of the table
 * @throws AnalysisError not-writable
 */
export function assertTableNotRead(table: string, text: string): void {
  const { measurable } = unmeasuredRuns(readRunTable(text), dirname(resolve(table)));
  const isRead = measurable.some(({ path }) =>
    filesOf(path).some((file) => isSameFile(file, table)),
  );
  if (isRead) throw new AnalysisError('not-writable', faults.neverOverwritten, table);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  try {
    return listShards(path).files.map(({ name }) => join(path, name));
  } catch {
    // A folder without data is told of when it is measured.
    return [];
  }
}
