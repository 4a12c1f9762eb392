import type { DiversityAtRows } from '../../metrics/compare/diversityAtRows.ts';
import { isNoiseTold } from '../../metrics/compare/diversityRatio.ts';
import type { TaskPool } from '../taskPool.ts';
import type { LevelComparison } from './comparison.ts';
import type { JointKinds } from './jointKinds.ts';

const MORE_DIVERSE = {
  'more-diverse': 'dataset',
  'less-diverse': 'reference',
  similar: 'neither',
} as const;

/**
 * How many kinds two files show at the same number of rows: that of the smaller one, to which the larger is rarefied.
 * @returns undefined where a file has fewer than two rows, or no kind
 */
export async function compareLevel(
  pool: TaskPool,
  { columns, kinds }: JointKinds,
  seed: number,
): Promise<LevelComparison | undefined> {
  const found = await pool.run('compareDiversity', { columns, kinds, seed });
  if (!found) return undefined;
  const { dataset, reference, ratio, interval, standing, rows } = found;
  const shown = ({ q1, isTold, interval }: DiversityAtRows) => ({ q1, ...(isTold && interval) });
  return {
    rows: {
      dataset: columns.dataset.offsets.length - 1,
      reference: columns.reference.offsets.length - 1,
    },
    commonRows: rows,
    effectiveKinds: { dataset: shown(dataset), reference: shown(reference) },
    ratio: { value: ratio, ...(isNoiseTold(found) && interval) },
    moreDiverse: MORE_DIVERSE[standing],
  };
}
