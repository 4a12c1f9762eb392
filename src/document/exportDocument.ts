import type { ByteSource, PlainSource } from '../data/byteReader.ts';
import { pathOfPart } from '../data/inputs/inputPart.ts';
import { readExcerpts } from '../data/readExcerpts.ts';
import type { FieldSelection } from '../data/rowTypes.ts';
import { sha256 } from '../data/sha256.ts';
import type { Report } from '../engine/report.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { SheetStep } from '../webview/sheetProtocol.ts';
import type { DocumentContext, InputFile } from './documentRequest.ts';
import { listedFlags } from './flagSections.ts';
import { writeDocument, type DocumentFormat } from './writeDocument.ts';

/** What was measured, and what a person wants to have of it. */
export interface ExportRequest {
  readonly report: Report;
  readonly source: ByteSource;
  readonly lineStarts: Float64Array;
  readonly selection: FieldSelection;
  readonly withTexts: boolean;
  /** Flags that a person said are fine are left out. */
  readonly isShown?: (flag: FlagEntry) => boolean;
  readonly notes?: readonly string[];
  readonly checkList?: readonly SheetStep[];
}

/**
 * The report of an inspection as the text of a file, with the hash of what was measured; of a source that has another size
 * now, the hash is left out. Rejects as node:fs does where the source cannot be read any more.
 */
export async function exportDocument(
  { source, lineStarts, selection, ...request }: ExportRequest,
  format: DocumentFormat,
  language: string,
  context: DocumentContext,
): Promise<string> {
  const { report, withTexts, isShown = () => true } = request;
  const inputs = await Promise.all(filesOf(source, report).map(inputFile));
  const lines = withTexts
    ? listedFlags(flagEntries(report).filter(isShown), context).flatMap(({ listed }) =>
        listed.map(({ line }) => line),
      )
    : [];
  const texts = await readExcerpts({ source, lineStarts, selection }, lines);
  return writeDocument(
    {
      ...request,
      inputs,
      excerpts: new Map(lines.map((line, at) => [line, texts[at] ?? ''])),
    },
    format,
    language,
    context,
  );
}

interface MeasuredFile extends Pick<InputFile, 'path' | 'bytes'> {
  /** Absent where what was measured stands nowhere. */
  readonly source?: PlainSource;
}

function filesOf(source: ByteSource, { file }: Report): MeasuredFile[] {
  if (source.kind !== 'converted') return [{ path: file.path, bytes: file.bytes, source }];
  const { path: whole, parts, madeFrom } = source;
  return parts.map((part) => {
    const path = pathOfPart(whole, part);
    const { bytes } = part;
    return { path, bytes, ...(madeFrom === 'file' && { source: { kind: 'file', path } }) };
  });
}

async function inputFile({ path, bytes, source }: MeasuredFile): Promise<InputFile> {
  const hashed = source && (await sha256(source));
  return { path, bytes, ...(hashed?.bytes === bytes && { sha256: hashed.sha256 }) };
}
