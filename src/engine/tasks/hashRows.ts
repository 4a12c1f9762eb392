import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

/** Hexadecimal digits kept of a row's hash: 128 bits, so that no two rows of any file share one by chance. */
const HASH_DIGITS = 32;

/**
 * Hashes of rows by their content: SHA-256 of the line's bytes without white space around them, so that a row is known
 * again on whatever line it stands later.
 * @param lines 1-based
 * @returns one hash of 32 hexadecimal digits for each line
 */
export async function hashRows(
  { reader, setup }: TaskContext,
  { lines }: { readonly lines: readonly number[] },
): Promise<string[]> {
  // Loaded by the thread that comes to hash: it takes some 9 ms.
  const { createHash } = await import('node:crypto');
  let buffer = Buffer.alloc(0);
  return lines.map((line) => {
    throwIfCancelled(setup.cancelFlag);
    const start = setup.lineStarts[line - 1]!;
    const length = setup.lineStarts[line]! - start;
    if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(2 * length);
    const bytes = trimmed(buffer.subarray(0, reader.read(start, buffer.subarray(0, length))));
    return createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS);
  });
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0;
  let end = bytes.length;
  while (start < end && isBlank(bytes[start]!)) start++;
  while (end > start && isBlank(bytes[end - 1]!)) end--;
  return bytes.subarray(start, end);
}

/** White space as JSON has it: space, tab, line feed, carriage return. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
