import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isLevelColumn } from '../../data/runTable/runColumns.ts';
import type { RunTable } from '../../data/runTable/runTable.ts';

/** A run whose levels are not in the table, though it names a data set. */
export interface MeasurableRun {
  /** 1-based, of the table. */
  readonly line: number;
  /** As the table names it. */
  readonly data: string;
  readonly path: string;
}

export interface UnmeasuredRuns {
  /** Their data sets are there. */
  readonly measurable: readonly MeasurableRun[];
  /** What they name is no file and no folder as seen from the table. */
  readonly missing: readonly MeasurableRun[];
}

/** The runs without any level that name a data set. @param folder in which the table stands */
export function unmeasuredRuns({ columns, runs }: RunTable, folder: string): UnmeasuredRuns {
  const name = columns.find(({ role }) => role === 'data');
  const levels = columns.filter(({ role }) => isLevelColumn(role));
  const named = runs.flatMap(({ line, cells }): MeasurableRun[] => {
    const data = name ? (cells[name.place] ?? '') : '';
    const isMeasured = levels.some(({ place }) => (cells[place] ?? '') !== '');
    return data === '' || isMeasured ? [] : [{ line, data, path: resolve(folder, data) }];
  });
  return {
    measurable: named.filter(({ path }) => isThere(path)),
    missing: named.filter(({ path }) => !isThere(path)),
  };
}

/** What cannot be looked at is none. */
function isThere(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && (stats.isFile() || stats.isDirectory());
  } catch {
    return false;
  }
}
