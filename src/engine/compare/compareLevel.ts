import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { CurvePoint } from '../../metrics/stats/levelFigures.ts';
import type { TaskPool } from '../taskPool.ts';
import type { LevelComparison } from './comparison.ts';
import type { JointKinds } from './jointKinds.ts';

/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959_963_984_540_054;

/**
 * How many kinds two files show at the same number of rows: that of the smaller one, to which the larger is rarefied.
 * @returns undefined where a file has fewer than two rows, or no kind
 */
export async function compareLevel(
  pool: TaskPool,
  { columns, kinds }: JointKinds,
  seed: number,
): Promise<LevelComparison | undefined> {
  const rows = {
    dataset: columns.dataset.offsets.length - 1,
    reference: columns.reference.offsets.length - 1,
  };
  const commonRows = Math.min(rows.dataset, rows.reference);
  if (commonRows < 2) return undefined;
  const options = { seed, commonRows };
  const [dataset, reference] = await Promise.all([
    pool.run('measureKinds', { column: columns.dataset, kinds, options }),
    pool.run('measureKinds', { column: columns.reference, kinds, options }),
  ]);
  if (!dataset || !reference) return undefined;
  const ratio = ratioOf({ dataset, reference });
  const shown = ({ q1, interval }: CurvePoint) => ({ q1, ...interval });
  return {
    rows,
    commonRows,
    effectiveKinds: { dataset: shown(dataset), reference: shown(reference) },
    ratio,
    moreDiverse: ratio.low > 1 ? 'dataset' : ratio.high < 1 ? 'reference' : 'neither',
  };
}

/** The files are independent samples: the variances of the logarithms add up. */
function ratioOf({ dataset, reference }: InBoth<CurvePoint>): LevelComparison['ratio'] {
  const value = dataset.q1 / reference.q1;
  const deviationOf = ({ q1, interval }: CurvePoint) => Math.log(interval.high / q1) / NORMAL_95;
  const factor = Math.exp(NORMAL_95 * Math.hypot(deviationOf(dataset), deviationOf(reference)));
  return { value, low: value / factor, high: value * factor };
}
