import type { JsonObject } from '../data/jsonObject.ts';
import type { TextViews } from '../data/rowTypes.ts';
import { forEachRow } from './forEachRow.ts';
import type { TaskContext } from './taskContext.ts';

/**
 * Reads single lines again and hands out their texts and records; neighbouring lines are read together.
 * @param lines 0-based lines of usable rows, ascending
 */
export function forEachLine(
  context: TaskContext,
  lines: Uint32Array,
  onRow: (views: TextViews, record: JsonObject) => void,
): void {
  for (let first = 0, end = 0; first < lines.length; first = end) {
    end = first + 1;
    while (end < lines.length && lines[end] === lines[end - 1]! + 1) end++;
    forEachRow(context, { fromLine: lines[first]!, toLine: lines[end - 1]! + 1 }, onRow);
  }
}
