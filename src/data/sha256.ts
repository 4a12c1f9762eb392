import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileOf, type PlainSource } from './byteReader.ts';

/** SHA-256 of a source in hexadecimal digits, with its bytes; a file is streamed. Rejects as node:fs does. */
export async function sha256(
  source: PlainSource,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  if (source.kind === 'memory') {
    hash.update(new Uint8Array(source.bytes));
    return { sha256: hash.digest('hex'), bytes: source.bytes.byteLength };
  }
  let bytes = 0;
  for await (const chunk of createReadStream(fileOf(source), { highWaterMark: 1 << 20 })) {
    const read = chunk as Buffer;
    hash.update(read);
    bytes += read.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
