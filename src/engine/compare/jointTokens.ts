import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { filledRows } from '../../metrics/text/filledRows.ts';
import { joinColumns } from '../../metrics/text/joinColumns.ts';
import { linesOf } from '../linesOf.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import { chosenRows } from './chosenRows.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';

/**
 * The byte-pair tokens of a field, of the rows that have any: numbers of one vocabulary, so that
 * they are alike in both files.
 */
export function jointTokens(both: InBoth<DatasetColumns>, field: MeasuredField): JointKinds {
  const ofFile = ({ tokens, reading }: DatasetColumns) => {
    const column =
      field === 'whole' ? joinColumns([tokens.instruction, tokens.response]) : tokens[field];
    const rows = filledRows(column);
    return { column: chosenRows(column, rows), lines: linesOf(reading, rows) };
  };
  const files = ofBoth(both, ofFile);
  const highest = ofBoth(files, ({ column }) => highestOf(column.values));
  return {
    columns: ofBoth(files, ({ column }) => column),
    lines: ofBoth(files, ({ lines }) => lines),
    kinds: Math.max(highest.dataset, highest.reference) + 1,
  };
}

const highestOf = (values: Uint32Array): number =>
  values.reduce((high, token) => Math.max(high, token), -1);
