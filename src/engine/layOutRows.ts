import type { Neighbours } from '../metrics/embed/neighbours.ts';
import type { Features } from './extractFeatures.ts';
import type { RowMap } from './rowMap.ts';
import type { TaskPool } from './taskPool.ts';

/** The rows on a map; undefined where that fails or is cancelled, because the report is done and stands without it. */
export async function layOutRows(
  pool: TaskPool,
  { whole, rowOfSlot }: Features,
  neighbours: Neighbours,
  seed: number,
): Promise<RowMap | undefined> {
  try {
    const { rows, ...layout } = await pool.run('layoutMap', { matrix: whole, neighbours, seed });
    return { ...layout, rows: rows.map((slot) => rowOfSlot[slot]!) };
  } catch {
    return undefined;
  }
}
