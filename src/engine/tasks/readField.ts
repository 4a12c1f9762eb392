import { readRow } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';

/** The text of a field of one row, empty where it has none. @param lineIndex 0-based */
export function readField(
  { reader, setup }: TaskContext,
  lineIndex: number,
  field: MeasuredField,
): string {
  const row = readRow(reader, setup.lineStarts, lineIndex);
  if (!('record' in row)) return '';
  const views = textViews(row.record, setup.plan);
  const fields = field === 'whole' ? (['instruction', 'response'] as const) : [field];
  return fields.flatMap((name) => views?.[name] ?? []).join('\n');
}
