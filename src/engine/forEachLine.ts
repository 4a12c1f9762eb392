import type { JsonObject } from '../data/jsonObject.ts';
import type { TextViews } from '../data/rowTypes.ts';
import { forEachRow } from './forEachRow.ts';
import type { TaskContext } from './taskContext.ts';

/** What lies between two lines and is read along with them, as a reading of its own would take longer. */
const NEAR_BYTES = 32 * 1024;

/**
 * Reads single lines again and hands out their texts and records; lines near each other are read together.
 * @param lines 0-based lines of usable rows, ascending
 */
export function forEachLine(
  context: TaskContext,
  lines: Uint32Array,
  onRow: (views: TextViews, record: JsonObject) => void,
): void {
  const { lineStarts } = context.setup;
  const isNear = (line: number, next: number) =>
    lineStarts[next]! - lineStarts[line + 1]! <= NEAR_BYTES;
  for (let first = 0, end = 0; first < lines.length; first = end) {
    end = first + 1;
    while (end < lines.length && isNear(lines[end - 1]!, lines[end]!)) end++;
    let next = first;
    const wants = (line: number) => {
      while (lines[next]! < line && next < end - 1) next++;
      return lines[next] === line;
    };
    const range = { fromLine: lines[first]!, toLine: lines[end - 1]! + 1 };
    forEachRow(context, range, onRow, wants);
  }
}
