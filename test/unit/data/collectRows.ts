import assert from 'node:assert/strict';
import { openBytes } from '../../../src/data/byteReader.ts';
import type { ByteReader } from '../../../src/data/byteReader.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { readRows } from '../../../src/data/readRows.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { RowError, RowWarning } from '../../../src/data/rowTypes.ts';
import { say } from '../../../src/data/sentence.ts';

/** Everything a visitor is told about a file, in order, with 1-based lines. */
export type RowEvent =
  | { readonly line: number; readonly record: JsonObject }
  | { readonly line: number; readonly blank: true }
  | { readonly error: Omit<RowError, 'sentence'> }
  | { readonly warning: RowWarning };

export function memoryReader(content: string | Uint8Array): ByteReader {
  const source = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const bytes = new SharedArrayBuffer(source.length);
  new Uint8Array(bytes).set(source);
  return openBytes({ kind: 'memory', path: 'unsaved.jsonl', bytes });
}

export function collectRows(content: string | Uint8Array, blockBytes?: number): RowEvent[] {
  const reader = memoryReader(content);
  const { lineStarts, lineCount } = indexLines(reader, {}, blockBytes);
  return collectLines(reader, lineStarts, 0, lineCount, blockBytes);
}

export function collectLines(
  reader: ByteReader,
  lineStarts: Float64Array,
  fromLine: number,
  toLine: number,
  blockBytes?: number,
): RowEvent[] {
  const events: RowEvent[] = [];
  const visitor = {
    onRow: (lineIndex: number, record: JsonObject) => events.push({ line: lineIndex + 1, record }),
    onBlank: (lineIndex: number) => events.push({ line: lineIndex + 1, blank: true }),
    onError: ({ sentence, ...error }: RowError) => {
      assert.equal(say(sentence), error.message);
      events.push({ error });
    },
    onWarning: (warning: RowWarning) => events.push({ warning }),
  };
  readRows(reader, lineStarts, fromLine, toLine, visitor, blockBytes);
  return events;
}
