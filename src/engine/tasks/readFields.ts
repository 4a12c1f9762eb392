import type { JsonObject } from '../../data/jsonObject.ts';
import { readRows } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

/** Bytes between two lines that are read as well, since another look at the file would cost more. */
const MOST_BYTES_BETWEEN = 32 * 1024;
const BLOCK_BYTES = 256 * 1024;

/**
 * The texts of a field of some rows, by line; rows that have none are left out.
 * @param lines 0-based, in any order
 */
export function readFields(
  { reader, setup }: TaskContext,
  lines: Iterable<number>,
  field: MeasuredField,
): Map<number, string> {
  const { lineStarts, plan } = setup;
  const wanted = new Set(lines);
  const ascending = Uint32Array.from(wanted).sort();
  const fields = field === 'whole' ? FIELD_NAMES : [field];
  const texts = new Map<number, string>();
  const visitor = {
    wants: (line: number) => wanted.has(line),
    onRow(line: number, record: JsonObject) {
      const views = textViews(record, plan);
      texts.set(line, fields.flatMap((name) => views?.[name] ?? []).join('\n'));
    },
    onError() {},
    onWarning() {},
    onBlank() {},
  };
  for (let first = 0, end = 0; first < ascending.length; first = end) {
    let lastLine = ascending[first]!;
    for (end = first + 1; end < ascending.length; lastLine = ascending[end++]!) {
      const bytesBetween = lineStarts[ascending[end]!]! - lineStarts[lastLine + 1]!;
      if (bytesBetween > MOST_BYTES_BETWEEN) break;
    }
    readRows(reader, lineStarts, ascending[first]!, lastLine + 1, visitor, BLOCK_BYTES);
  }
  return texts;
}
