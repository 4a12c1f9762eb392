import { AnalysisError } from '../data/analysisError.ts';
import type { FileToCompare } from './compare/readBoth.ts';
import type { InspectRequest } from './inspection.ts';
import { readDataset, type DatasetColumns, type ReadEnvironment } from './readDataset.ts';

/**
 * Reads one of several files into columns.
 * @param name what the file is called; every fault begins with it
 * @throws AnalysisError
 */
export async function readNamedFile(
  name: string,
  { source, selection }: FileToCompare,
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
    const { code, message } = error;
    throw new AnalysisError(code, message.startsWith(name) ? message : `${name}: ${message}`);
  }
}
