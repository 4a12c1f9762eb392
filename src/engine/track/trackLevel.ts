import type { DiversityAtRows } from '../../metrics/compare/diversityAtRows.ts';
import { diversityRatio, isNoiseTold } from '../../metrics/compare/diversityRatio.ts';
import { studentTCdf } from '../../metrics/stats/studentT.ts';
import type { TaskPool } from '../taskPool.ts';
import { LEAST_ROWS } from '../compare/judgeShift.ts';
import type { GenerationKinds } from './generationKinds.ts';
import type { SinceFirst, TrackedGeneration, TrackedLevel } from './generations.ts';

/**
 * One level of one field over the generations, at the number of rows of the smallest.
 * @returns undefined where a generation has too few rows for an interval, or no kind
 */
export async function trackLevel(
  pool: TaskPool,
  { columns, kinds }: GenerationKinds,
  seed: number,
  withDrift: boolean,
): Promise<TrackedLevel | undefined> {
  const rows = columns.map(({ offsets }) => offsets.length - 1);
  const commonRows = Math.min(...rows);
  if (commonRows < LEAST_ROWS) return undefined;
  const [first] = columns;
  const [points, changes] = await Promise.all([
    Promise.all(
      columns.map((column) => pool.run('measureKinds', { column, kinds, rows: commonRows, seed })),
    ),
    Promise.all(
      columns
        .slice(1)
        .map((later) =>
          pool.run('compareGenerations', { first: first!, later, kinds, seed, withDrift }),
        ),
    ),
  ]);
  const generations = points.flatMap((point, generation): TrackedGeneration[] => {
    const change = changes[generation - 1];
    if (!point || (generation > 0 && !change)) return [];
    return [
      {
        rows: rows[generation]!,
        effectiveKinds: { q1: point.q1, ...(point.isTold && point.interval) },
        ...(change && { fromFirst: { ...sinceFirst(point, points[0]!), ...change } }),
      },
    ];
  });
  return generations.length === columns.length ? { commonRows, generations } : undefined;
}

function sinceFirst(
  later: DiversityAtRows,
  first: DiversityAtRows,
): Pick<SinceFirst, 'ratio' | 'narrowingPValue'> {
  const found = diversityRatio(later, first);
  const logRatio = {
    location: 0,
    scale: found.logDeviation,
    degreesOfFreedom: found.degreesOfFreedom,
  };
  const isTold = isNoiseTold(found);
  return {
    ratio: { value: found.ratio, ...(isTold && found.interval) },
    narrowingPValue: isTold ? studentTCdf(logRatio, Math.log(found.ratio)) : 0.5,
  };
}
