import type { DatasetColumns } from '../readDataset.ts';
import type { MeasuredField } from '../report.ts';

/** Whether the meanings of a field come from one embedder in all files, so that they can be compared at all. */
export function haveOneEmbedder(
  files: readonly Pick<DatasetColumns, 'features'>[],
  field: MeasuredField,
): boolean {
  const [first] = files;
  return files.every(
    ({ features }) =>
      features.embedders[field] === first!.features.embedders[field] &&
      features[field].dimensions === first!.features[field].dimensions,
  );
}
