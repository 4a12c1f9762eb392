import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { highestToken } from '../../metrics/text/highestToken.ts';
import { linesOf } from '../linesOf.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';
import { filledTokens } from './filledTokens.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';

/** The byte-pair tokens of a field of both files, of the rows that have any. */
export function jointTokens(both: InBoth<DatasetColumns>, field: MeasuredField): JointKinds {
  const files = ofBoth(both, (file) => {
    const { column, rows } = filledTokens(file, field);
    return { column, lines: linesOf(file.reading, rows) };
  });
  const highest = ofBoth(files, ({ column }) => highestToken(column.values));
  return {
    columns: ofBoth(files, ({ column }) => column),
    lines: ofBoth(files, ({ lines }) => lines),
    kinds: Math.max(highest.dataset, highest.reference) + 1,
  };
}
