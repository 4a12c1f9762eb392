import { AnalysisError } from './analysisError.ts';
import { englishFaultWords as faults } from './faultWords.ts';
import type { ByteReader } from './byteReader.ts';

export interface LineIndex {
  readonly lineCount: number;
  /** Byte offset of each line's start, after any byte-order mark, then of the end of the file: lineCount + 1 values. */
  readonly lineStarts: Float64Array<SharedArrayBuffer>;
  readonly encoding: 'utf-8' | 'utf-8-bom';
}

export interface IndexListener {
  onProgress?(bytesDone: number): void;
  /** Asked once per block. */
  isCancelled?(): boolean;
}

export const BLOCK_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Finds where each line begins. Lines end with the byte 0x0A and nothing else: U+2028, U+2029 and U+0085 are legal
 * inside JSON strings, and a carriage return before the line feed is white space to JSON. A final line feed does not
 * make another line. O(bytes) time; 8 bytes per line, twice that at the peak.
 * @param blockBytes bytes read at a time, ≥ 1; the result does not depend on it
 * @throws AnalysisError utf-16, utf-32, empty-file (nothing but a byte-order mark), file-changed, not-readable or cancelled
 */
export function indexLines(
  reader: ByteReader,
  listener: IndexListener = {},
  blockBytes = BLOCK_BYTES,
): LineIndex {
  const bomBytes = assertUtf8(reader);
  if (reader.byteLength === bomBytes) {
    throw new AnalysisError('empty-file', faults.onlyByteOrderMark);
  }
  const starts = growableOffsets();
  starts.push(bomBytes);
  const block = Buffer.allocUnsafeSlow(Math.min(blockBytes, reader.byteLength));
  for (let position = bomBytes; position < reader.byteLength;) {
    if (listener.isCancelled?.() === true) {
      throw new AnalysisError('cancelled', faults.cancelled);
    }
    const count = reader.read(position, block);
    if (count === 0) throw fileShrank();
    const read = block.subarray(0, count);
    for (let at = read.indexOf(LINE_FEED); at !== -1; at = read.indexOf(LINE_FEED, at + 1)) {
      starts.push(position + at + 1);
    }
    position += count;
    listener.onProgress?.(position);
  }
  if (starts.last() !== reader.byteLength) starts.push(reader.byteLength);
  const lineStarts = starts.toShared();
  return {
    lineCount: lineStarts.length - 1,
    lineStarts,
    encoding: bomBytes > 0 ? 'utf-8-bom' : 'utf-8',
  };
}

export function fileShrank(): AnalysisError {
  return new AnalysisError('file-changed', faults.shrank);
}

/** Returns the bytes of the byte-order mark, 0 or 3; throws AnalysisError utf-16 or utf-32 for these. */
export function assertUtf8(reader: ByteReader): 0 | 3 {
  const head = new Uint8Array(4);
  return byteOrderMarkBytes(head.subarray(0, reader.read(0, head)));
}

/**
 * Bytes of the byte-order mark that a text begins with, 0 or 3.
 * @param head the first 4 bytes, or more
 * @throws AnalysisError utf-16, utf-32
 */
export function byteOrderMarkBytes(head: Uint8Array): 0 | 3 {
  const [a, b, c, d] = head;
  // Asked first: the mark of UTF-32 begins with that of UTF-16.
  const isUtf32 =
    (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0))) ||
    (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0)));
  if (isUtf32) throw new AnalysisError('utf-32', faults.utf32);
  const hasMark = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  // JSON begins with two ASCII characters, so UTF-16 without a mark shows as every other byte being NUL.
  const isLittleEndian = a !== 0 && b === 0 && c !== 0 && d === 0;
  const isBigEndian = a === 0 && b !== 0 && c === 0 && d !== 0;
  if (hasMark || isLittleEndian || isBigEndian) {
    throw new AnalysisError('utf-16', faults.utf16);
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

const CHUNK_LENGTH = 1 << 17;

/** A growing column of offsets in chunks, so that ten million lines are copied once and not at every doubling. */
function growableOffsets() {
  const full: Float64Array[] = [];
  let chunk = new Float64Array(CHUNK_LENGTH);
  let used = 0;
  return {
    push(offset: number): void {
      if (used === CHUNK_LENGTH) {
        full.push(chunk);
        chunk = new Float64Array(CHUNK_LENGTH);
        used = 0;
      }
      chunk[used++] = offset;
    },
    last(): number {
      return chunk[used - 1]!;
    },
    toShared(): Float64Array<SharedArrayBuffer> {
      const length = full.length * CHUNK_LENGTH + used;
      const shared = new Float64Array(
        new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT),
      );
      full.forEach((part, index) => shared.set(part, index * CHUNK_LENGTH));
      shared.set(chunk.subarray(0, used), full.length * CHUNK_LENGTH);
      return shared;
    },
  };
}
