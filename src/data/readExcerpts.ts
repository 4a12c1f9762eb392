import { open, type FileHandle } from 'node:fs/promises';
import { fileOf, type ByteSource, type ConvertedSource, type FileSource } from './byteReader.ts';
import { decodeFault } from './inputs/rowFault.ts';
import type { FieldSelection } from './rowTypes.ts';
import { rowExcerpt } from './rowExcerpt.ts';

/** Rows beyond this are shown by their first bytes, as they stand in the file. */
const MOST_PARSED_BYTES = 64 * 1024;
/** More than is shown: what begins there, a key of some thousand letters too, is read whole. */
const RAW_BYTES = 8 * 1024;

export interface ExcerptSource {
  readonly source: ByteSource;
  readonly lineStarts: Float64Array;
  readonly selection: FieldSelection;
}

/**
 * The start of the texts of some rows, read back by their byte ranges; empty for a line that is no longer there. A row at a
 * time, so that the thread is never held for long.
 * @param lines 1-based
 */
export async function readExcerpts(
  { source, lineStarts, selection }: ExcerptSource,
  lines: readonly number[],
): Promise<string[]> {
  const file = source.kind === 'memory' ? undefined : await openOrUndefined(fileOfSource(source));
  try {
    const excerpts: string[] = [];
    for (const line of lines) {
      const start = lineStarts[line - 1];
      const end = lineStarts[line];
      if (start === undefined || end === undefined) {
        excerpts.push('');
        continue;
      }
      const isWhole = end - start <= MOST_PARSED_BYTES;
      const length = isWhole ? end - start : RAW_BYTES;
      const bytes =
        source.kind === 'memory'
          ? Buffer.from(new Uint8Array(source.bytes, start, length))
          : await readRange(file, start, length);
      const fault = source.kind === 'converted' && decodeFault(bytes);
      if (fault) excerpts.push(fault.text ?? '');
      else excerpts.push(isWhole ? rowExcerpt(bytes, selection) : bytes.toString('utf8'));
    }
    return excerpts;
  } finally {
    await file?.close();
  }
}

function fileOfSource(source: FileSource | ConvertedSource): string {
  return source.kind === 'converted' ? source.jsonLinesPath : fileOf(source);
}

async function openOrUndefined(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch {
    return undefined;
  }
}

async function readRange(
  file: FileHandle | undefined,
  position: number,
  length: number,
): Promise<Buffer> {
  if (!file) return Buffer.alloc(0);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
