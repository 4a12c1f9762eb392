import type { NewRun } from '../../data/runTable/editRunTable.ts';
import { LEVEL_COLUMNS, type LevelColumn } from '../../data/runTable/runColumns.ts';
import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { Report, Unmeasured } from '../report.ts';

export interface MeasuredRun {
  readonly run: NewRun;
  /** Levels that the file lacks, or whose figure at the common number of rows is not known. */
  readonly missing: readonly LevelColumn[];
}

/**
 * What an inspection says of a run: its size and each level at the common number of rows; the score is for the person.
 * @param data name of the data set in the table
 */
export function runOfReport(report: Report, data: string): MeasuredRun {
  const missing: LevelColumn[] = [];
  const cells: Partial<Record<LevelColumn | 'size' | 'common-rows', string>> = {
    size: String(report.file.rows),
  };
  for (const column of LEVEL_COLUMNS) {
    const [level, field] = column.split('-') as [
      'macro' | 'meso' | 'micro',
      'instruction' | 'response',
    ];
    const figures: LevelFigures | Unmeasured = report.levels[level][field];
    if ('unmeasured' in figures || 'absence' in figures.atCommonRows) {
      missing.push(column);
      continue;
    }
    cells['common-rows'] = String(figures.atCommonRows.rows);
    cells[column] = String(Number(figures.atCommonRows.q1.toPrecision(6)));
  }
  return { run: { data, cells }, missing };
}
