import { SHAPE_IDS } from '../data/rowTypes.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { RowColumns } from './rowColumns.ts';
import { sharedInt32 } from './shared.ts';
import type { SampledLanguages } from './surveyWording.ts';

/**
 * @param topicOfSlot the topic of the whole row for each place in the embedding matrices
 * @param languages those of some rows
 */
export function columnsOf(
  { rowLines, shapeOfRow, tags }: Reading,
  { rowOfSlot }: Features,
  topicOfSlot: Int32Array,
  languages: SampledLanguages,
): RowColumns {
  const topicOfRow = sharedInt32(rowLines.length).fill(-1);
  rowOfSlot.forEach((row, slot) => (topicOfRow[row] = topicOfSlot[slot]!));
  const languageOfRow = sharedInt32(rowLines.length).fill(-1);
  languages.rows.forEach((row, at) => {
    languageOfRow[row] = languages.names.indexOf(languages.ofRow[at]!);
  });
  return {
    rowLines,
    shapeOfRow,
    shapes: SHAPE_IDS,
    tags,
    topicOfRow,
    languages: languages.names,
    languageOfRow,
  };
}
