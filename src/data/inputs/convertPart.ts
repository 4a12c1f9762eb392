import { join } from 'node:path';
import { AnalysisError } from '../analysisError.ts';
import { openBytes, type ByteReader } from '../byteReader.ts';
import { csvDelimiter } from '../csvDelimiter.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { copyJsonLines } from './copyJsonLines.ts';
import { compressionOf, isParquet, kindOfName, MAGIC_BYTES, type InputKind } from './inputKind.ts';
import type { InputPart } from './inputPart.ts';
import { createJsonLinesFile, type JsonLinesFile } from './jsonLinesFile.ts';
import { readParquet } from './readParquet.ts';
import { readTable } from './readTable.ts';
import { createRowWriter, SharedLine, type RowWriter } from './rowWriter.ts';
import { splitJson, type ListLayout } from './splitJson.ts';
import { surveyJson, type JsonLayout } from './surveyJson.ts';
import { unpack, type Blocks } from './unpack.ts';
import { assertUtf8Blocks, withoutMark } from './utf8Blocks.ts';

const BLOCK_BYTES = 1 << 20;

/** Where the bytes of a file come from, and where its rows go. */
export interface PartTools {
  readonly reader: ByteReader;
  readonly path: string;
  readonly file: JsonLinesFile;
  readonly folder: string;
  readonly checkLimit: (unpacked: number) => void;
  readonly onBytes: (bytes: number) => void;
}

export interface ConvertedPart {
  readonly kind: InputKind;
  readonly part: Pick<InputPart, 'lines' | 'counted' | 'delimiter' | 'field'>;
  /** Rows, those that could not be read included; of JSON lines all lines. */
  readonly rows: number;
}

/**
 * Appends the rows of one file, as JSON lines, to those of the files before it.
 * @param isAlone whether it is the whole data set
 * @returns `plain` where it holds JSON lines after all and is the whole data set, `no-records` where it says something about
 *   the files beside it; of neither anything is written
 * @throws AnalysisError
 */
export async function convertPart(
  name: string,
  tools: PartTools,
  isAlone: boolean,
): Promise<ConvertedPart | 'plain' | 'no-records'> {
  const { reader, path, file } = tools;
  const kind = kindOf(name, reader);
  const { format, compression } = kind;
  const unpacked = () => unpack(blocksOf(tools), compression, path, tools.checkLimit);
  const text = () => withoutMark(unpacked());
  switch (format) {
    case 'jsonl': {
      const lines = await copyJsonLines(text(), file);
      return { kind, part: { lines, counted: 'lines' }, rows: lines };
    }
    case 'json': {
      const layout = await surveyJson(text(), path);
      // Beside other files it says something about them.
      if (!isAlone && !holdsRecords(layout)) return 'no-records';
      if (layout.kind === 'none') {
        throw new AnalysisError('unusable-input', faults.noRecordList, path, layout.found);
      }
      if (layout.kind === 'sequence' && layout.isLines) {
        if (isAlone && compression === undefined) return 'plain';
        const lines = await copyJsonLines(text(), file);
        const jsonLines = { ...kind, format: 'jsonl' as const };
        return { kind: jsonLines, part: { lines, counted: 'lines' }, rows: lines };
      }
      return { kind, ...(await convertJson(text, layout, path, file)) };
    }
    case 'csv':
    case 'tsv': {
      const rows = createRowWriter(file, 'lines');
      const delimiterOf = format === 'tsv' ? () => '\t' as const : csvDelimiter;
      const delimiter = await readTable(assertUtf8Blocks(text(), path), delimiterOf, path, rows);
      return { kind, part: { lines: rows.lines, counted: 'lines', delimiter }, rows: rows.rows };
    }
    case 'parquet': {
      const rows = createRowWriter(file, 'records');
      if (compression === undefined) await convertParquet(tools, reader, rows);
      else await convertPackedParquet(tools, unpacked(), rows);
      return { kind, part: { lines: rows.lines, counted: 'records' }, rows: rows.rows };
    }
  }
}

/** Whether a file of JSON in a folder is a part of the data set. */
function holdsRecords(layout: JsonLayout): boolean {
  if (layout.kind === 'array') return layout.hasRecords;
  return layout.kind === 'field' ? !layout.isOurs : layout.kind === 'sequence';
}

/** Rows keep their lines where each has one of its own, which shows only as they are read. */
async function convertJson(
  text: () => Blocks,
  layout: ListLayout,
  path: string,
  file: JsonLinesFile,
): Promise<Omit<ConvertedPart, 'kind'>> {
  const { byteLength } = file;
  const attempt = async (counted: InputPart['counted']) => {
    const rows = createRowWriter(file, counted);
    await splitJson(text(), layout, path, rows, counted);
    const field = layout.kind === 'field' ? { field: layout.name } : {};
    return { part: { lines: rows.lines, counted, ...field }, rows: rows.rows };
  };
  try {
    return await attempt('lines');
  } catch (error) {
    if (!(error instanceof SharedLine)) throw error;
    file.truncate(byteLength);
    return attempt('records');
  }
}

async function convertParquet(
  { path, onBytes }: PartTools,
  reader: ByteReader,
  rows: RowWriter,
): Promise<void> {
  await readParquet(reader, path, rows, (share) => onBytes(share * reader.byteLength));
}

/** Parquet is read from its end, so it has to be unpacked as a whole. */
async function convertPackedParquet(
  tools: PartTools,
  unpacked: AsyncGenerator<Uint8Array>,
  rows: RowWriter,
): Promise<void> {
  const path = join(tools.folder, 'unpacked.parquet');
  const copy = createJsonLinesFile(path);
  try {
    for await (const block of unpacked) copy.write(block);
  } finally {
    copy.close();
  }
  const reader = openBytes({ kind: 'file', path });
  try {
    await readParquet(reader, tools.path, rows, () => tools.onBytes(tools.reader.byteLength));
  } finally {
    reader.close();
  }
}

/** By its first bytes where these tell, else by its name. */
function kindOf(name: string, reader: ByteReader): InputKind {
  const head = new Uint8Array(MAGIC_BYTES);
  const read = head.subarray(0, reader.read(0, head));
  const named = kindOfName(name) ?? { format: 'jsonl' };
  const compression = compressionOf(read);
  const format = isParquet(read) ? 'parquet' : named.format;
  return { format, ...(compression && { compression }) };
}

function* blocksOf({ reader, onBytes }: PartTools): Generator<Uint8Array> {
  for (let position = 0; position < reader.byteLength;) {
    const block = new Uint8Array(Math.min(BLOCK_BYTES, reader.byteLength - position));
    const count = reader.read(position, block);
    if (count === 0) return;
    position += count;
    onBytes(position);
    yield block.subarray(0, count);
  }
}
