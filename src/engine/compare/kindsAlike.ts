import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { findKinds } from '../findKinds.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { TaskPool } from '../taskPool.ts';

/**
 * The kinds of task of both files from the same source: where only one file has tags, its task units are looked for in its
 * texts, as in the other's.
 */
export async function kindsAlike(
  both: InBoth<DatasetColumns>,
  pools: InBoth<TaskPool>,
  seed: number,
): Promise<InBoth<Pick<DatasetColumns, 'kinds' | 'sampled'>>> {
  const isTagged = ({ reading }: DatasetColumns) => reading.taggedRows > 0;
  if (isTagged(both.dataset) === isTagged(both.reference)) return both;
  const untagged = async (which: keyof InBoth) => {
    const columns = both[which];
    if (!isTagged(columns)) return columns;
    const options = { seed, ignoreTags: true };
    const found = await findKinds(pools[which], columns.reading, options, () => undefined);
    return { kinds: found.kinds, sampled: [...columns.sampled, ...found.sampled] };
  };
  const [dataset, reference] = await Promise.all([untagged('dataset'), untagged('reference')]);
  return { dataset, reference };
}
