import { basename, join } from 'node:path';
import { AnalysisError } from '../analysisError.ts';
import { fileOf, openBytes, statsOf, type ByteSource, type PlainSource } from '../byteReader.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { convertPart } from './convertPart.ts';
import { inputLimit } from './inputLimit.ts';
import type { InputPart } from './inputPart.ts';
import { createJsonLinesFile, type JsonLinesFile } from './jsonLinesFile.ts';
import { listShards, noData, type Shards } from './listShards.ts';

export interface ConvertListener {
  /** Share of the bytes of all files that were read, 0–1. */
  onProgress(share: number): void;
  /** Asked once per block. @throws AnalysisError cancelled */
  checkpoint(): void;
}

/** What is beside a file that is read by itself. */
const ALONE: Shards = { files: [], deadLinks: [] };

/**
 * Makes JSON lines of a data set that is none: of JSON, CSV, TSV, Parquet, compressed files, and a folder of these, whose files
 * follow one another in natural order of their names. Where a file has lines of text, a row keeps its line.
 * @param folder an empty folder for files that are ours
 * @returns what to read instead; the source itself where it holds JSON lines after all
 * O(bytes) time; memory of some blocks and the longest row, for Parquet of a row group.
 * @throws AnalysisError
 */
export async function convertInput(
  source: PlainSource,
  folder: string,
  listener: ConvertListener,
): Promise<ByteSource> {
  const isFolder = source.kind === 'file' && statsOf(fileOf(source)).isDirectory();
  const { files, deadLinks } = isFolder ? listShards(source.path) : ALONE;
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const filled = files.filter(({ bytes }) => bytes > 0).map(({ name }) => name);
  const shards: readonly { readonly name: string; readonly source: PlainSource }[] = isFolder
    ? filled.map((name) => ({ name, source: { kind: 'file', path: join(source.path, name) } }))
    : [{ name: basename(source.path), source }];
  const jsonLinesPath = join(folder, 'rows.jsonl');
  const parts: InputPart[] = [];
  const leftOut: string[] = [];
  let file: JsonLinesFile | undefined;
  let bytesBefore = 0;
  let linesBefore = 0;
  let rows = 0;
  try {
    for (const { name, source: part } of shards) {
      const reader = openBytes(part);
      try {
        const total = isFolder ? totalBytes : reader.byteLength;
        file ??= createJsonLinesFile(jsonLinesPath, inputLimit(source.path, total));
        const tools = {
          reader,
          path: part.path,
          file,
          folder,
          checkLimit: inputLimit(part.path, reader.byteLength),
          onBytes(bytes: number) {
            listener.checkpoint();
            listener.onProgress(Math.min(1, (bytesBefore + bytes) / total));
          },
        };
        const converted = await convertPart(name, tools, !isFolder);
        if (converted === 'plain') return source;
        if (converted === 'no-records') {
          leftOut.push(name);
          continue;
        }
        reader.assertUnchanged();
        const { byteLength: bytes } = reader;
        const within = isFolder && ({ inFolder: true } as const);
        parts.push({
          path: name,
          ...within,
          ...converted.kind,
          bytes,
          linesBefore,
          ...converted.part,
        });
        linesBefore += converted.part.lines;
        rows += converted.rows;
        bytesBefore += bytes;
      } catch (error) {
        throw isFolder ? namingFile(error, part.path) : error;
      } finally {
        reader.close();
      }
    }
  } finally {
    file?.close();
  }
  if (isFolder && parts.length === 0) throw noData(source.path, deadLinks);
  if (rows === 0) {
    throw new AnalysisError('empty-file', faults.noRows, source.path);
  }
  return {
    kind: 'converted',
    path: source.path,
    jsonLinesPath,
    madeFrom: source.kind === 'file' && source.spoolPath === undefined ? 'file' : 'memory',
    sourceBytes: bytesBefore,
    parts,
    ...(leftOut.length > 0 && { leftOut }),
    ...(deadLinks.length > 0 && { deadLinks }),
  };
}

/** Of the files of a folder the one at fault has to be named; most faults do. */
function namingFile(error: unknown, path: string): unknown {
  if (!(error instanceof AnalysisError) || error.code === 'cancelled') return error;
  if (error.message.includes(path)) return error;
  return new AnalysisError(error.code, faults.ofFile, path, error.sentence);
}
