import { readRows } from '../data/readRows.ts';
import type { JsonObject } from '../data/jsonObject.ts';
import type { TextViews } from '../data/rowTypes.ts';
import { textViews } from '../data/textViews.ts';
import type { LineRange } from './chunks.ts';
import { throwIfCancelled } from './cancellation.ts';
import type { TaskContext } from './taskContext.ts';

/** Rows between two looks at the cancel flag. */
const ROWS_PER_LOOK = 64;

/**
 * Reads the usable rows of a run of lines again, in order, and hands out their texts. Lines that gave a row error when
 * the file was first read are passed over here as they were there.
 * @param wants asked of each line in turn whether it is read at all; absent: all are
 */
export function forEachRow(
  context: TaskContext,
  range: LineRange,
  onRow: (views: TextViews, record: JsonObject) => void,
  wants?: (lineIndex: number) => boolean,
): void {
  const { setup, reader } = context;
  let seen = 0;
  readRows(reader, setup.lineStarts, range.fromLine, range.toLine, {
    wants: (lineIndex) =>
      setup.selectedLines?.[lineIndex] !== 0 && (wants === undefined || wants(lineIndex)),
    onRow(_lineIndex, record) {
      if (seen++ % ROWS_PER_LOOK === 0) throwIfCancelled(setup.cancelFlag);
      const views = textViews(record, setup.plan);
      if (views) onRow(views, record);
    },
    onError: () => undefined,
    onWarning: () => undefined,
    onBlank: () => undefined,
  });
}
