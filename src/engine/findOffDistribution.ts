import type { Features } from './extractFeatures.ts';
import type { OffDistributionRow, OffDistributionMethod } from './report.ts';
import type { TaskPool } from './taskPool.ts';
export async function findOffDistribution(
  pool: TaskPool,
  _r: unknown,
  features: Features,
  _l: unknown,
  settings: { seed: number },
): Promise<{ rows: OffDistributionRow[]; method: OffDistributionMethod }> {
  const index = await pool.run('neighbourIndex', { matrix: features.whole, seed: settings.seed });
  const n = features.whole.rows;
  const parts = [];
  for (let fromRow = 0; fromRow < n; fromRow += 4096)
    parts.push(
      pool.run('neighbourSlice', {
        index,
        matrix: features.whole,
        fromRow,
        toRow: Math.min(n, fromRow + 4096),
      }),
    );
  await Promise.all(parts);
  return { rows: [], method: { neighbours: 10 } };
}
