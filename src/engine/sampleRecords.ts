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
  for (const line of sampleIndexes(lineStarts.length - 1, SAMPLE_LINES, seed)) {
    readRows(reader, lineStarts, line, line + 1, visitor);
  }
  return records;
}
