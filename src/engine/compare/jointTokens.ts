import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { joinColumns } from '../../metrics/text/joinColumns.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import { sharedUint32 } from '../shared.ts';
import { chosenRows, rowsWithTokens } from './chosenRows.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';

/** The byte-pair tokens of a field, of the rows that have any: numbers of one vocabulary, so that they are alike in both files. */
export function jointTokens(both: InBoth<DatasetColumns>, field: MeasuredField): JointKinds {
  const ofFile = ({ tokens, reading }: DatasetColumns) => {
    const column =
      field === 'whole' ? joinColumns([tokens.instruction, tokens.response]) : tokens[field];
    const rows = rowsWithTokens(column);
    return {
      column: chosenRows(column, rows),
      lines: rows.map((row) => reading.rowLines[row]!),
    };
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

/** Words of the whole rows that have a meaning, and the hash that stands for each. */
export interface JointWords extends JointKinds {
  /** [kinds] see `hashTokens`. */
  readonly hashes: Uint32Array;
}

/** The words of both files: what stands between spaces and signs, or single characters where a script has no spaces. */
export function jointWords(both: InBoth<DatasetColumns>): JointWords {
  const numbers = new Map<number, number>();
  const numbered = ({ values, offsets }: TokenColumn): TokenColumn => {
    const column = { values: sharedUint32(values.length), offsets: sharedUint32(offsets.length) };
    column.offsets.set(offsets);
    for (let at = 0; at < values.length; at++) {
      const hash = values[at]!;
      let number = numbers.get(hash);
      if (number === undefined) numbers.set(hash, (number = numbers.size));
      column.values[at] = number;
    }
    return column;
  };
  const columns = ofBoth(both, ({ features: { fieldTokens } }) =>
    numbered(joinColumns([fieldTokens.instruction, fieldTokens.response])),
  );
  return {
    columns,
    lines: ofBoth(both, ({ features, reading }) =>
      features.rowOfSlot.map((row) => reading.rowLines[row]!),
    ),
    kinds: numbers.size,
    hashes: Uint32Array.from(numbers.keys()),
  };
}
