import { isUtf8 } from 'node:buffer';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { AnalysisError, isAnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import type { ByteReader } from '../byteReader.ts';
import type { RowWriter } from './rowWriter.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Reads a Parquet file row group by row group. Lists and structs become arrays and objects, dates and instants ISO 8601,
 * integers beyond 2⁵³ and bytes that are no text their digits and `{"base64": …}`, a time of day the number that is stored,
 * a decimal the nearest double; a null is a field that the record lacks.
 * Memory of one row group.
 * @param onGroup told the share of the row groups that are read; may throw
 * @throws AnalysisError unusable-input where it is damaged, encrypted, or packed in a way that is not known
 */
export async function readParquet(
  reader: ByteReader,
  path: string,
  rows: RowWriter,
  onGroup: (share: number) => void,
): Promise<void> {
  assertPlain(reader, path);
  const file: AsyncBuffer = {
    byteLength: reader.byteLength,
    slice(start, end = reader.byteLength) {
      const bytes = new Uint8Array(Math.max(0, end - start));
      reader.read(start, bytes);
      return Promise.resolve(bytes.buffer);
    },
  };
  const metadata = await orUnusable(path, () => parquetMetadataAsync(file));
  let rowStart = 0;
  let line = 0;
  for (const [group, { num_rows: count }] of metadata.row_groups.entries()) {
    const rowEnd = rowStart + Number(count);
    const options = { file, metadata, compressors, parsers, utf8: false, rowStart, rowEnd };
    const records = await orUnusable(path, () => parquetReadObjects(options));
    for (const record of records) rows.row(JSON.stringify(withoutNulls(record), toJson), ++line);
    rowStart = rowEnd;
    onGroup((group + 1) / metadata.row_groups.length);
  }
  rows.end(line);
}

const parsers = {
  dateFromDays: (days: number) =>
    new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length),
};

function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(record).filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}

function toJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Uint8Array) {
    // Bytes that are not said to be text are text where they can be: old writers do not say so.
    const bytes = Buffer.from(value);
    return isUtf8(bytes) ? bytes.toString('utf8') : { base64: bytes.toString('base64') };
  }
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}

/** The last four bytes say whether the footer can be read. */
function assertPlain(reader: ByteReader, path: string): void {
  const end = new Uint8Array(4);
  reader.read(Math.max(0, reader.byteLength - end.length), end);
  const mark = String.fromCharCode(...end);
  if (mark === 'PAR1') return;
  throw new AnalysisError(
    'unusable-input',
    mark === 'PARE' ? faults.encryptedParquet : faults.noWholeParquet,
    path,
  );
}

async function orUnusable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isAnalysisError(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new AnalysisError('unusable-input', faults.noParquet, path, why);
  }
}
