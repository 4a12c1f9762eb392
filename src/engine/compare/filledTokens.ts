import { filledRows } from '../../metrics/text/filledRows.ts';
import { joinColumns } from '../../metrics/text/joinColumns.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import { chosenRows } from './chosenRows.ts';

/**
 * The byte-pair tokens of a field, of the rows that have any, in shared memory: numbers of one vocabulary, so that they are
 * alike in all files. @returns also which rows these are. O(tokens).
 */
export function filledTokens(
  { tokens }: Pick<DatasetColumns, 'tokens'>,
  field: MeasuredField,
): { readonly column: TokenColumn; readonly rows: Uint32Array } {
  const column =
    field === 'whole' ? joinColumns([tokens.instruction, tokens.response]) : tokens[field];
  const rows = filledRows(column);
  return { column: chosenRows(column, rows), rows };
}
