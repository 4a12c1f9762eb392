import { openBytes, type ByteSource } from '../../../../src/data/byteReader.ts';
import { indexLines } from '../../../../src/data/lineIndex.ts';
import type { JsonObject } from '../../../../src/data/readRows.ts';
import type { RowError } from '../../../../src/data/rowTypes.ts';
import { withConverted } from '../../../support/withConverted.ts';
import { collectLines } from '../collectRows.ts';

/** Rows and row errors of a data set by 1-based line, blank lines left out. */
export function rowsOf(source: ByteSource): [number, JsonObject | RowError][] {
  const reader = openBytes(source);
  try {
    const { lineStarts, lineCount } = indexLines(reader);
    const rows: [number, JsonObject | RowError][] = [];
    for (const event of collectLines(reader, lineStarts, 0, lineCount)) {
      if ('record' in event) rows.push([event.line, event.record]);
      if ('error' in event) rows.push([event.error.line, event.error]);
    }
    return rows;
  } finally {
    reader.close();
  }
}

/** The rows of one file, with its parts. */
export const readFile = (name: string, content: string | Uint8Array) =>
  withConverted({ [name]: content }, name, (source) => ({
    rows: rowsOf(source),
    parts: source.kind === 'converted' ? source.parts : undefined,
  }));

/** What is said of a file that cannot be read. */
export const failure = (name: string, content: string | Uint8Array) =>
  readFile(name, content).then(
    () => undefined,
    (error: unknown) => error,
  );
