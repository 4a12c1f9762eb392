import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../../src/data/byteReader.ts';
import { convertInput, type ConvertListener } from '../../src/data/inputs/convertInput.ts';

/**
 * Writes files into a folder that is gone afterwards, and lends what one of them, or the folder for an empty name, is read as.
 * @param files contents by name
 */
export async function withConverted<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  name: string,
  work: (source: ByteSource, folder: string) => T | Promise<T>,
  listener: Partial<ConvertListener> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
  const own = join(folder, 'own');
  const given = join(folder, 'given');
  mkdirSync(own);
  mkdirSync(given);
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(given, file)), { recursive: true });
      writeFileSync(join(given, file), content);
    }
    const source = await convertInput({ kind: 'file', path: join(given, name) }, own, {
      onProgress: () => undefined,
      checkpoint: () => undefined,
      ...listener,
    });
    return await work(source, given);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
