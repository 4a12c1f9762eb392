import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { AnalysisError } from '../analysisError.ts';
import { faultReason } from '../faultReason.ts';
import { englishFaultWords as faults } from '../faultWords.ts';

/** A file of JSON lines that is being written. */
export interface JsonLinesFile {
  write(bytes: Uint8Array): void;
  /** Bytes written so far. */
  readonly byteLength: number;
  /** Takes back what was written after the first bytes. */
  truncate(byteLength: number): void;
  /** Writes out what is left. */
  close(): void;
}

const BUFFER_BYTES = 1 << 20;
const READABLE_BY_OWNER = 0o600;

/**
 * @param path of a file that is not there yet; only the person who runs the program can read it
 * @param check asked with the bytes written so far; may throw
 * @throws AnalysisError not-writable with the reason
 */
export function createJsonLinesFile(
  path: string,
  check: (written: number) => void = () => undefined,
): JsonLinesFile {
  const file = orNotWritable(() => openSync(path, 'wx', READABLE_BY_OWNER));
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  let used = 0;
  let flushed = 0;

  function writeOut(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      done += orNotWritable(() =>
        writeSync(file, bytes, done, bytes.length - done, flushed + done),
      );
    }
    flushed += bytes.length;
  }

  function flush(): void {
    writeOut(buffer.subarray(0, used));
    used = 0;
  }

  return {
    write(bytes) {
      check(flushed + used + bytes.length);
      if (used + bytes.length > BUFFER_BYTES) flush();
      if (bytes.length > BUFFER_BYTES) writeOut(bytes);
      else {
        buffer.set(bytes, used);
        used += bytes.length;
      }
    },
    get byteLength() {
      return flushed + used;
    },
    truncate(byteLength) {
      flush();
      ftruncateSync(file, byteLength);
      flushed = byteLength;
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

function orNotWritable<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new AnalysisError('not-writable', faults.cannotUnpack, faultReason(error));
  }
}
