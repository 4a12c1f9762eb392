import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { openBytes } from '../byteReader.ts';
import { assertUtf8 } from '../lineIndex.ts';

const MOST_BYTES = 1 << 26;

/**
 * The text of a small UTF-8 file, without its byte-order mark; wrong bytes become U+FFFD.
 * @throws AnalysisError where the file cannot be read, is empty, in UTF-16, or of more than 64 MB
 */
export function readTableFile(path: string): string {
  const reader = openBytes({ kind: 'file', path });
  try {
    if (reader.byteLength > MOST_BYTES) {
      throw new AnalysisError('not-readable', faults.largeTable, path);
    }
    assertUtf8(reader);
    const bytes = new Uint8Array(reader.byteLength);
    return new TextDecoder().decode(bytes.subarray(0, reader.read(0, bytes)));
  } finally {
    reader.close();
  }
}
