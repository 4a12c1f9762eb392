import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  readGlossTable,
  readPieceTable,
  type EmbeddingTable,
  type GlossFile,
  type GlossTable,
} from '../metrics/embed/embeddingTable.ts';

const tables = new Map<string, EmbeddingTable>();

/**
 * The built-in embedding table, read once by a thread into a SharedArrayBuffer: `postMessage` hands it to others without a
 * copy. The glosses, two thirds of it, are left to `readGlosses`: most files have no Chinese or Japanese.
 * @param folder the folder that holds `word-pieces.bin` and `glosses.bin` (media/embedding)
 * @throws the file system's error where a file cannot be read, RangeError where it is not a table
 */
export function loadEmbeddingTable(folder: string): EmbeddingTable {
  const table = tables.get(folder) ?? readEmbeddingTable(folder);
  tables.set(folder, table);
  return table;
}

function readEmbeddingTable(folder: string): EmbeddingTable {
  const pieces = path.join(folder, 'word-pieces.bin');
  const bytes = new SharedArrayBuffer(statSync(pieces).size);
  readInto(bytes, pieces);
  const glosses = path.join(folder, 'glosses.bin');
  return {
    ...readPieceTable(bytes),
    glosses: {
      path: glosses,
      // Memory that is never written takes no room.
      bytes: new SharedArrayBuffer(statSync(glosses).size),
      isRead: new Uint8Array(new SharedArrayBuffer(1)),
    },
  };
}

/**
 * The glosses, read by the first thread that asks for them, for all: two that ask at once write the same bytes.
 * @throws as `loadEmbeddingTable`
 */
export function readGlosses({ path: file, bytes, isRead }: GlossFile): GlossTable {
  if (Atomics.load(isRead, 0) === 0) {
    readInto(bytes, file);
    Atomics.store(isRead, 0, 1);
  }
  return readGlossTable(bytes);
}

function readInto(buffer: SharedArrayBuffer, file: string): void {
  const bytes = new Uint8Array(buffer);
  const descriptor = openSync(file, 'r');
  try {
    for (let filled = 0; filled < bytes.length;) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, filled);
      if (count === 0)
        throw new RangeError(`${file}: got ${filled} bytes, expected ${bytes.length}`);
      filled += count;
    }
  } finally {
    closeSync(descriptor);
  }
}
