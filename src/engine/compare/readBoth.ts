import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { sentence } from '../../data/sentence.ts';
import type { ByteSource } from '../../data/byteReader.ts';
import type { FieldSelection } from '../../data/rowTypes.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { findKinds } from '../findKinds.ts';
import type { InspectRequest } from '../inspection.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { readNamedFile } from '../readNamedFile.ts';
import type { ProgressMeter } from '../progressMeter.ts';
import type { TaskPool } from '../taskPool.ts';
import type { ComparePhase, CompareUpdate } from './compareFiles.ts';

export interface FileToCompare {
  readonly source: ByteSource;
  readonly selection: FieldSelection;
}

export type CompareRequest = InBoth<FileToCompare> &
  Pick<InspectRequest, 'settings' | 'threads' | 'assetsFolder' | 'endpoint' | 'withMap'>;

const NAMES: InBoth<string> = {
  dataset: faults.dataset,
  reference: faults.reference,
};

/** Reads a file into columns; a fault says which of the two files it is in. */
export function readFile(
  which: keyof InBoth,
  request: CompareRequest,
  environment: JobEnvironment<ComparePhase, CompareUpdate>,
  meter: ProgressMeter<ComparePhase>,
): Promise<DatasetColumns> {
  const phase = which === 'dataset' ? 'read-dataset' : 'read-reference';
  return readNamedFile(sentence(NAMES[which]), request[which], request, {
    ...environment,
    onProgress: (share) => meter.report(phase, share),
  });
}

/** A single thread that reads rows of a file that was read before. */
export function rowPool(
  { source }: FileToCompare,
  { lineStarts, plan }: DatasetColumns,
  { createPool, cancelFlag }: Pick<JobEnvironment, 'createPool' | 'cancelFlag'>,
): TaskPool {
  return createPool({ source, lineStarts, plan, cancelFlag }, 1);
}

/**
 * The kinds of task of both files from the same source: where only one file has tags, its task units are looked for in its
 * texts, as in the other's.
 */
export async function kindsAlike(
  both: InBoth<DatasetColumns>,
  pools: InBoth<TaskPool>,
  seed: number,
): Promise<InBoth<Pick<DatasetColumns, 'kinds' | 'sampled'>>> {
  const isTagged = ({ reading }: DatasetColumns) => reading.taggedRows > 0;
  if (isTagged(both.dataset) === isTagged(both.reference)) return both;
  const untagged = async (which: keyof InBoth) => {
    const columns = both[which];
    if (!isTagged(columns)) return columns;
    const options = { seed, ignoreTags: true };
    const found = await findKinds(pools[which], columns.reading, options, () => undefined);
    return { kinds: found.kinds, sampled: [...columns.sampled, ...found.sampled] };
  };
  const [dataset, reference] = await Promise.all([untagged('dataset'), untagged('reference')]);
  return { dataset, reference };
}
