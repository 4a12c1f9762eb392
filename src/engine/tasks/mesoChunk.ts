import { createKindCounts, type KindCountsData } from '../../metrics/meso/kindCounts.ts';
import type { KindOfRow } from '../../metrics/meso/kindOfRow.ts';
import { createMesoExtractor } from '../../metrics/meso/mesoExtractor.ts';
import { tagKinds } from '../../metrics/meso/tagKinds.ts';
import { forEachLine } from '../forEachLine.ts';
import type { RowRange } from '../reading.ts';
import type { MeasuredField } from '../report.ts';
import { rowKey } from '../rowTags.ts';
import type { TaskContext } from '../taskContext.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

export interface MesoChunkParams {
  readonly range: RowRange;
  /** Whether the kinds are tags, a model's or the rows' own; otherwise they are found in the texts. */
  readonly useTags: boolean;
  /** 1 for each row that is looked at; shared. */
  readonly selected: Uint8Array;
  /** 0-based line of each row; shared. */
  readonly rowLines: Uint32Array;
}

/** The kinds of each field, and of the whole: those of either field, each counted once in a row. */
export type MesoChunkResult = Readonly<Record<MeasuredField, KindCountsData>>;

/** The kinds of task of the rows in a run of lines, per field. */
export async function mesoChunk(
  context: TaskContext,
  params: MesoChunkParams,
): Promise<MesoChunkResult> {
  const counts = {
    instruction: createKindCounts(),
    response: createKindCounts(),
    whole: createKindCounts(),
  };
  const { rowTags } = context.setup;
  const extractor = params.useTags ? undefined : createMesoExtractor(await context.englishTagger());
  const { firstRow, rows } = params.range;
  const chosen = Array.from({ length: rows }, (_, at) => firstRow + at).filter(
    (row) => params.selected[row] === 1,
  );
  const lines = Uint32Array.from(chosen, (row) => params.rowLines[row]!);
  let at = 0;
  forEachLine(context, lines, (views) => {
    const index = chosen[at++]!;
    const given = rowTags ? rowTags.tags.get(rowKey(views)) : views.tags;
    if (given === undefined) return;
    const kindsOfRow: KindOfRow[] = [];
    for (const field of FIELD_NAMES) {
      const text = views[field];
      if (text === undefined) continue;
      const kinds = extractor
        ? extractor.kindsOf(text)
        : tagKinds(given, rowTags ? 'language-model' : 'tags');
      counts[field].add(index, kinds);
      kindsOfRow.push(...kinds);
    }
    counts.whole.add(index, kindsOfRow);
  });
  return {
    instruction: counts.instruction.data(),
    response: counts.response.data(),
    whole: counts.whole.data(),
  };
}
