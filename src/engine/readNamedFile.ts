import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { say, type Sentence } from '../data/sentence.ts';
import type { DataFile } from './dataFile.ts';
import type { InspectRequest } from './inspection.ts';
import { readDataset, type DatasetColumns, type ReadEnvironment } from './readDataset.ts';

/**
 * Reads one of several files into columns.
 * @param named what the file is called; every fault begins with it
 * @throws AnalysisError
 */
export async function readNamedFile(
  named: string | Sentence,
  { source, selection }: DataFile,
  request: Pick<InspectRequest, 'settings' | 'threads' | 'assetsFolder' | 'endpoint'>,
  environment: ReadEnvironment,
): Promise<DatasetColumns> {
  const { settings, threads, assetsFolder, endpoint } = request;
  try {
    return await readDataset(
      { source, selection, settings, threads, assetsFolder, ...(endpoint && { endpoint }) },
      environment,
    );
  } catch (error) {
    if (!(error instanceof AnalysisError) || error.code === 'cancelled') throw error;
    const name = typeof named === 'string' ? named : say(named);
    // A sentence that begins with the name of the file says it already.
    throw error.message.startsWith(name)
      ? error
      : new AnalysisError(error.code, faults.ofFile, named, error.sentence);
  }
}
