import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { readEmbeddingTable, type EmbeddingTable } from '../metrics/embed/embeddingTable.ts';

/**
 * The built-in embedding table, read into SharedArrayBuffers: `postMessage` hands it to a worker thread without a copy.
 * @param folder the folder that holds `word-pieces.bin` and `glosses.bin` (media/embedding)
 * @throws the file system's error where a file cannot be read, RangeError where it is not a table
 */
export function loadEmbeddingTable(folder: string): EmbeddingTable {
  return readEmbeddingTable(
    readShared(path.join(folder, 'word-pieces.bin')),
    readShared(path.join(folder, 'glosses.bin')),
  );
}

function readShared(file: string): SharedArrayBuffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    for (let filled = 0; filled < size;) {
      const count = readSync(descriptor, bytes, filled, size - filled, filled);
      if (count === 0) throw new RangeError(`${file}: got ${filled} bytes, expected ${size}`);
      filled += count;
    }
    return bytes.buffer;
  } finally {
    closeSync(descriptor);
  }
}
