import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { openBytes } from '../byteReader.ts';
import { assertUtf8Bytes } from '../inputs/utf8Blocks.ts';
import { assertUtf8 } from '../lineIndex.ts';

const MOST_BYTES = 1 << 26;

/**
 * The text of a small UTF-8 file, with its byte-order mark where it has one; wrong bytes become U+FFFD.
 * @param isWritten whether the text is to take the place of the file: then wrong bytes, which would be lost, are a fault
 * @throws AnalysisError where the file cannot be read, is empty, in UTF-16, or of more than 64 MB
 */
export function readTableFile(path: string, isWritten = false): string {
  const reader = openBytes({ kind: 'file', path });
  try {
    if (reader.byteLength > MOST_BYTES) {
      throw new AnalysisError('not-readable', faults.largeTable, path);
    }
    assertUtf8(reader);
    const bytes = new Uint8Array(reader.byteLength);
    const read = bytes.subarray(0, reader.read(0, bytes));
    if (isWritten) assertUtf8Bytes(read, 0, path);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(read);
  } finally {
    reader.close();
  }
}
