import { kindSample } from '../../metrics/stats/kindSample.ts';
import type { CurvePoint } from '../../metrics/stats/levelFigures.ts';
import { levelStatistics, type StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureKindsParams {
  readonly column: TokenColumn;
  readonly kinds: number;
  readonly options: StatisticsOptions;
}

/** What `commonRows` rows of a file would show; undefined where it has too few, or no kind. */
export function measureKinds(
  _context: TaskContext,
  { column: { values, offsets }, kinds, options }: MeasureKindsParams,
): CurvePoint | undefined {
  const figures = levelStatistics(kindSample(values, offsets, kinds), options);
  const point = figures?.atCommonRows;
  return point && !('absence' in point) ? point : undefined;
}
