import { isUtf8 } from 'node:buffer';
import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { firstInvalidByte } from '../invalidUtf8.ts';
import { byteOrderMarkBytes } from '../lineIndex.ts';
import type { Blocks } from './unpack.ts';

/**
 * The blocks of a text without its byte-order mark. Its first block has at least 4 bytes, unless the text is shorter.
 * @throws AnalysisError utf-16, utf-32
 */
export async function* withoutMark(blocks: Blocks): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const block of blocks) {
    if (head === undefined) {
      yield block;
      continue;
    }
    head = Buffer.concat([head, block]);
    if (head.length < 4) continue;
    yield head.subarray(byteOrderMarkBytes(head));
    head = undefined;
  }
  if (head !== undefined) yield head.subarray(byteOrderMarkBytes(head));
}

/**
 * The blocks of a text that has to be UTF-8 as a whole, because its cells are taken apart as characters.
 * @throws AnalysisError unusable-input with the first wrong byte
 */
export async function* assertUtf8Blocks(blocks: Blocks, path: string): AsyncGenerator<Uint8Array> {
  let offset = 0;
  /** The beginning of a character that goes on in the next block. */
  let rest = Buffer.alloc(0);
  for await (const block of blocks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, block]) : block;
    const whole = bytes.length - unfinishedBytes(bytes);
    assertUtf8Bytes(bytes.subarray(0, whole), offset, path);
    rest = Buffer.from(bytes.subarray(whole));
    offset += whole;
    yield bytes.subarray(0, whole);
  }
  assertUtf8Bytes(rest, offset, path);
}

/**
 * @param offset of the bytes in the file
 * @throws AnalysisError unusable-input with the first wrong byte
 */
export function assertUtf8Bytes(bytes: Uint8Array, offset: number, path: string): void {
  if (isUtf8(bytes)) return;
  const at = firstInvalidByte(bytes);
  const byte = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
  throw new AnalysisError('unusable-input', faults.notUtf8, path, byte, offset + at);
}

/** Bytes at the end that begin a character of more bytes than are there: 0–3. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back];
    if (byte === undefined) return 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
