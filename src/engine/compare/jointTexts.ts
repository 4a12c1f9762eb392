import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { concatColumns, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import { sharedUint32 } from '../shared.ts';

/** What rows are compared by for duplicates. */
export interface ComparedTexts {
  /** [rows, 2]: hashes of the compared texts. */
  readonly hashes: Uint32Array;
  /** Their distinct shingles. */
  readonly shingles: TokenColumn;
}

export function comparedTexts(
  { features }: DatasetColumns,
  { nearDuplicateScope }: InspectSettings,
): ComparedTexts {
  return { hashes: features.hashes[nearDuplicateScope], shingles: features.shingles };
}

/** The rows of the data set, then those of the reference, in shared memory. O(shingles). */
export function jointTexts({ dataset, reference }: InBoth<ComparedTexts>): ComparedTexts {
  const hashes = sharedUint32(dataset.hashes.length + reference.hashes.length);
  hashes.set(dataset.hashes);
  hashes.set(reference.hashes, dataset.hashes.length);
  return { hashes, shingles: concatColumns([dataset.shingles, reference.shingles], sharedUint32) };
}
