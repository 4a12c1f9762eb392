import type { ByteReader } from '../data/byteReader.ts';
import { readRows, type JsonObject } from '../data/readRows.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';

/** Lines looked at to decide which fields are what. */
const SAMPLE_LINES = 2000;

/** Records of a seeded sample of lines, in order: enough to see what the fields of a file are. */
export function sampleRecords(
  reader: ByteReader,
  lineStarts: Float64Array,
  seed: number,
): JsonObject[] {
  const records: JsonObject[] = [];
  const visitor = {
    onRow: (_line: number, record: JsonObject) => void records.push(record),
    onError: () => undefined,
    onWarning: () => undefined,
    onBlank: () => undefined,
  };
  const candidates = reader.isConverted === true ? linesWithText(lineStarts) : undefined;
  const count = candidates?.length ?? lineStarts.length - 1;
  for (const place of sampleIndexes(count, SAMPLE_LINES, seed)) {
    const line = candidates?.[place] ?? place;
    readRows(reader, lineStarts, line, line + 1, visitor);
  }
  return records;
}

/** In a converted file most lines may be blank, because rows keep the lines on which they began. */
function linesWithText(lineStarts: Float64Array): Uint32Array {
  return new Uint32Array(lineStarts.length - 1)
    .map((_, line) => line)
    .filter((line) => lineStarts[line + 1]! - lineStarts[line]! > 1);
}
