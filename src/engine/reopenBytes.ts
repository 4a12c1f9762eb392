import { AnalysisError } from '../data/analysisError.ts';
import { openBytes, type ByteReader, type ByteSource } from '../data/byteReader.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';

/**
 * Opens a source whose lines were found before.
 * @throws AnalysisError file-changed where it has another length since, or what opening a file may meet
 */
export function reopenBytes(source: ByteSource, lineStarts: Float64Array): ByteReader {
  const reader = openBytes(source);
  if (reader.byteLength === lineStarts.at(-1)) return reader;
  reader.close();
  throw new AnalysisError('file-changed', faults.changedSince, source.path);
}
