import { createKindCounts, type KindCountsData } from '../../metrics/meso/kindCounts.ts';
import { tagKinds } from '../../metrics/meso/tagKinds.ts';
import { forEachRow } from '../forEachRow.ts';
import type { RowRange } from '../reading.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MesoChunkParams {
  readonly range: RowRange;
  /** Whether the kinds are the rows' own tags; otherwise they are found in the texts. */
  readonly useTags: boolean;
  /** 1 for each row that is looked at; shared. */
  readonly selected: Uint8Array;
}

export interface MesoChunkResult {
  readonly instruction: KindCountsData;
  readonly response: KindCountsData;
}

/** The kinds of task of the rows in a run of lines, per field. */
export function mesoChunk(context: TaskContext, params: MesoChunkParams): MesoChunkResult {
  const counts = { instruction: createKindCounts(), response: createKindCounts() };
  const extractor = params.useTags ? undefined : context.mesoExtractor();
  let row = params.range.firstRow;
  forEachRow(context, params.range, (views) => {
    const index = row++;
    if (params.selected[index] === 0) return;
    for (const field of ['instruction', 'response'] as const) {
      const text = views[field];
      if (text === undefined) continue;
      counts[field].add(index, extractor ? extractor.kindsOf(text) : tagKinds(views.tags));
    }
  });
  return { instruction: counts.instruction.data(), response: counts.response.data() };
}
