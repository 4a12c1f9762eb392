import { createKindCounts, type KindCountsData } from '../metrics/meso/kindCounts.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import type { Reading } from './reading.ts';
import type { MeasuredField, SampleNote } from './report.ts';
import type { RowTags } from './rowTags.ts';
import { sampleNotes } from './sampleNotes.ts';
import { sharedUint8 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';

/**
 * Rows whose texts are searched for task units unless more are asked for: tagging parts of speech
 * is slow. Tags are counted in all rows.
 */
export const TAGGED_ROWS = 5_000;

/** The kinds of task of each field, and of the whole, before synonyms are merged. */
export type KindsOfFields = Readonly<Record<MeasuredField, KindCountsData>>;

export interface FoundKinds {
  readonly kinds: KindsOfFields;
  readonly sampled: readonly SampleNote[];
}

interface KindsOptions {
  readonly seed: number;
  readonly rowTags?: RowTags;
  /** Rows whose texts are searched, where the rows have no tags; TAGGED_ROWS unless told. */
  readonly searchedRows?: number;
  /** Task units are found in the texts even where rows have tags. */
  readonly ignoreTags?: boolean;
}

/** Reads the file for the kinds of task of its rows: their tags where the file has any, else task units found in the texts. */
export async function findKinds(
  pool: TaskPool,
  reading: Reading,
  { seed, rowTags, searchedRows = TAGGED_ROWS, ignoreTags = false }: KindsOptions,
  onChunk: () => void,
): Promise<FoundKinds> {
  const rows = reading.rowLines.length;
  const useTags = !ignoreTags && (rowTags !== undefined || reading.taggedRows > 0);
  const selected = sharedUint8(rows);
  const sample = sampleIndexes(rows, useTags ? rows : searchedRows, seed);
  for (const row of sample) selected[row] = 1;

  const parts = await Promise.all(
    reading.ranges.map(async (range) => {
      const part = await pool.run('mesoChunk', {
        range,
        useTags,
        selected,
        rowLines: reading.rowLines,
      });
      onChunk();
      return part;
    }),
  );
  const countsOf = (field: MeasuredField): KindCountsData => {
    const counts = createKindCounts();
    for (const part of parts) counts.merge(part[field]);
    return counts.data();
  };
  return {
    kinds: {
      instruction: countsOf('instruction'),
      response: countsOf('response'),
      whole: countsOf('whole'),
    },
    sampled: sampleNotes(
      'task-units',
      'Task units (meso) were searched for in',
      sample.length,
      rows,
      seed,
    ),
  };
}
