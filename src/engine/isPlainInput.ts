import { open, stat } from 'node:fs/promises';
import { fileOf, type PlainSource } from '../data/byteReader.ts';
import { isPlainJsonLines, MAGIC_BYTES } from '../data/inputs/inputKind.ts';

/** Whether a data set is a plain file of JSON lines. What cannot be looked at counts as plain: reading it says why. */
export async function isPlainInput(source: PlainSource): Promise<boolean> {
  if (source.kind === 'memory') {
    return isPlainJsonLines(source.path, new Uint8Array(source.bytes).subarray(0, MAGIC_BYTES));
  }
  try {
    const file = fileOf(source);
    const stats = await stat(file);
    if (stats.isDirectory()) return false;
    return !stats.isFile() || isPlainJsonLines(source.path, await headOf(file));
  } catch {
    return true;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(MAGIC_BYTES), 0, MAGIC_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
