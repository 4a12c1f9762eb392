import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vectors by the hash of their text, at 8 bits a number. */
export interface EmbeddingCache {
  get(key: string): Int8Array | undefined;
  /** Keeps a vector; written to disk by `flush`. All vectors of a cache are equally long. */
  set(key: string, vector: Int8Array): void;
  flush(): void;
}

/** Key of a text: SHA-256 in base 64. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

const KEY_BYTES = 32;
const MOST_BYTES = 1 << 29;

/**
 * A cache in memory, and in one file for each address and model where a folder is given: records of a key and a vector, added
 * at the end. A last record that was not written whole is dropped; a file of vectors of another length, or of more than 512
 * MiB, is begun anew.
 */
export function openEmbeddingCache(
  folder: string | undefined,
  address: string,
  model: string,
): EmbeddingCache {
  const vectors = new Map<string, Int8Array>();
  if (folder === undefined) {
    return {
      get: (key) => vectors.get(key),
      set: (key, vector) => vectors.set(key, vector),
      flush: () => undefined,
    };
  }
  const name = createHash('sha256').update(`${address}\n${model}`).digest('hex').slice(0, 32);
  const path = join(folder, `${name}.vectors`);
  const stored = readRecords(path, vectors);
  let { dimensions } = stored;
  let isWhole = stored.isWhole;
  let waiting: Buffer[] = [];
  return {
    get: (key) => vectors.get(key),
    set(key, vector) {
      if (vector.length !== dimensions) {
        vectors.clear();
        waiting = [];
        dimensions = vector.length;
        isWhole = false;
      }
      vectors.set(key, vector);
      waiting.push(recordOf(key, vector));
    },
    flush() {
      if (waiting.length === 0) return;
      mkdirSync(folder, { recursive: true });
      if (isWhole) {
        appendFileSync(path, Buffer.concat(waiting));
      } else {
        const records = Array.from(vectors, ([key, vector]) => recordOf(key, vector));
        writeFileSync(path, Buffer.concat([headOf(dimensions), ...records]));
        isWhole = true;
      }
      waiting = [];
    },
  };
}

function headOf(dimensions: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(dimensions);
  return head;
}

function recordOf(key: string, vector: Int8Array): Buffer {
  return Buffer.concat([Buffer.from(key, 'base64'), Buffer.from(vector)]);
}

/** Whether the file can be added to, and how long its vectors are. */
function readRecords(
  path: string,
  vectors: Map<string, Int8Array>,
): { readonly dimensions: number; readonly isWhole: boolean } {
  const bytes = read(path);
  if (bytes.length < 4 || bytes.length > MOST_BYTES) return { dimensions: 0, isWhole: false };
  const dimensions = bytes.readUInt32LE(0);
  const recordBytes = KEY_BYTES + dimensions;
  let at = 4;
  for (; at + recordBytes <= bytes.length; at += recordBytes) {
    const vector = bytes.subarray(at + KEY_BYTES, at + recordBytes);
    vectors.set(bytes.toString('base64', at, at + KEY_BYTES), Int8Array.from(vector, toSigned));
  }
  return { dimensions, isWhole: at === bytes.length };
}

const toSigned = (byte: number) => (byte << 24) >> 24;

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // The first inspection with this endpoint has no file yet; one that cannot be read is written anew.
    return Buffer.alloc(0);
  }
}
