import { valueAt } from '../../data/fieldPath.ts';
import { forEachLine } from '../forEachLine.ts';
import type { TaskContext } from '../taskContext.ts';

export interface WantedValue {
  /** Dotted path. */
  readonly field: string;
  readonly name: string;
}

/**
 * Which rows have a value in a field, or in a list there; numbers, true and false are told by how they are written.
 * @param lines 0-based lines of usable rows, ascending; shared
 * @returns for each wanted value one byte a row, 1 where the row has it
 */
export function rowsWithValue(
  context: TaskContext,
  { lines, fields }: { readonly lines: Uint32Array; readonly fields: readonly WantedValue[] },
): Uint8Array[] {
  const marks = fields.map(() => new Uint8Array(lines.length));
  let row = 0;
  forEachLine(context, lines, (_views, record) => {
    for (const [at, { field, name }] of fields.entries()) {
      const value = valueAt(record, field);
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (values.some((one) => isPlain(one) && String(one) === name)) marks[at]![row] = 1;
    }
    row++;
  });
  return marks;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
