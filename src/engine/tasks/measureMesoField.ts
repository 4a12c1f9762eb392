import type { KindCountsData } from '../../metrics/meso/kindCounts.ts';
import { measureMeso, type MesoFigures } from '../../metrics/meso/measureMeso.ts';
import type { MergedNames } from '../../metrics/meso/mergeKinds.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MesoFieldParams {
  readonly data: KindCountsData;
  readonly options: StatisticsOptions;
  /** Names that count as others; without, every kind is by itself. */
  readonly merged?: MergedNames;
}

/** The meso level of one field or of the whole; undefined where no row has any kind. */
export function measureMesoField(
  _context: TaskContext,
  { data, options, merged }: MesoFieldParams,
): MesoFigures | undefined {
  return measureMeso(data, options, merged);
}
