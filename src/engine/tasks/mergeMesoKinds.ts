import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { wordMeanings } from '../../metrics/embed/wordMeanings.ts';
import type { KindCountsData } from '../../metrics/meso/kindCounts.ts';
import { mergeKinds, type MergedNames } from '../../metrics/meso/mergeKinds.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MergeMesoKindsParams {
  readonly data: KindCountsData;
  readonly table: EmbeddingTable;
}

/** Which names of task units are one kind: in a member thread, which has the English model anyway. */
export async function mergeMesoKinds(
  context: TaskContext,
  { data, table }: MergeMesoKindsParams,
): Promise<MergedNames> {
  return mergeKinds(data, { meanings: wordMeanings(table), tag: await context.englishTagger() });
}
