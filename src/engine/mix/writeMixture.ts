import type { ByteReader, ByteSource } from '../../data/byteReader.ts';
import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { assertOtherFile } from '../assertOtherFile.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { manifestPath } from '../manifestPath.ts';
import type { WriteBytes } from '../newFile.ts';
import { newFileWithManifest } from '../newFileWithManifest.ts';
import { reopenBytes } from '../reopenBytes.ts';
import type { FieldFacts, FileFacts } from '../report.ts';
import type { Mixing, MixLines } from './mixing.ts';
import {
  mixtureLines,
  orderLines,
  type MixChoice,
  type MixOrder,
  type MixtureLine,
} from './mixtureLines.ts';

/** What the manifest tells of an exploration. */
export interface MixedFacts extends Pick<Mixing, 'strataVersion' | 'settings' | 'plan'> {
  readonly generated: MixedFile;
  readonly real: MixedFile;
}

interface MixedFile {
  readonly file: Pick<FileFacts, 'path' | 'bytes' | 'lines'>;
  readonly fields: FieldFacts;
}

export interface WriteMixtureRequest {
  /** The files that were explored: generated under `dataset`, real under `reference`. */
  readonly files: InBoth<{ readonly source: ByteSource; readonly lineStarts: Float64Array }>;
  readonly lines: MixLines;
  /** Of the exploration; stands in the manifest. */
  readonly mixing: MixedFacts;
  readonly choice: MixChoice;
  readonly order: MixOrder;
  readonly targetPath: string;
}

export interface WrittenMixture {
  readonly generatedRows: number;
  readonly realRows: number;
  readonly manifestPath: string;
}

const LINE_FEED = 0x0a;
const BUFFER_BYTES = 4 << 20;

/**
 * Writes a mixture: the lines of both files byte for byte, and beside it a manifest with the file and the line of every row and
 * the real lines held back. A last line without a line feed gets one. Both files have other names until they are whole.
 * O(bytes) time; memory of a few megabytes and the manifest.
 * @throws AnalysisError not-writable, also where the target is one of the files; mixture-too-large; file-changed; cancelled
 */
export function writeMixture(
  { files, lines, mixing, choice, order, targetPath }: WriteMixtureRequest,
  { cancelFlag, onProgress }: JobEnvironment<'write-mixture'>,
): Promise<WrittenMixture> {
  const manifest = manifestPath(targetPath);
  const sources = [files.dataset.source, files.reference.source];
  assertOtherFile(targetPath, sources);
  assertOtherFile(manifest, sources);
  const chosen = mixtureLines(lines, mixing.plan.size, choice);
  const ordered = orderLines(chosen, order, mixing.settings.seed);
  const readers = { generated: open(files.dataset), real: open(files.reference) };
  const assertUnchanged = () => {
    readers.generated.reader.assertUnchanged();
    readers.real.reader.assertUnchanged();
    throwIfCancelled(cancelFlag);
  };
  try {
    newFileWithManifest(
      targetPath,
      (write) => {
        const buffered = bufferedWrite(write);
        ordered.forEach(({ from, line }, at) => {
          if (at % 1_024 === 0) {
            throwIfCancelled(cancelFlag);
            onProgress({ phase: 'write-mixture', fraction: at / ordered.length });
          }
          const bytes = readers[from].readLine(line);
          buffered.add(bytes);
          if (bytes.at(-1) !== LINE_FEED) buffered.add(Uint8Array.of(LINE_FEED));
        });
        buffered.end();
      },
      () => manifestText({ lines, mixing, choice, order, targetPath }, ordered),
      assertUnchanged,
    );
  } finally {
    readers.generated.reader.close();
    readers.real.reader.close();
  }
  const generatedRows = chosen.filter(({ from }) => from === 'generated').length;
  return Promise.resolve({
    generatedRows,
    realRows: chosen.length - generatedRows,
    manifestPath: manifest,
  });
}

function open({ source, lineStarts }: WriteMixtureRequest['files']['dataset']): {
  readonly reader: ByteReader;
  readonly readLine: (line: number) => Uint8Array;
} {
  const reader = reopenBytes(source, lineStarts);
  return {
    reader,
    readLine(line) {
      const start = lineStarts[line - 1]!;
      const bytes = Buffer.allocUnsafe(lineStarts[line]! - start);
      if (reader.read(start, bytes) < bytes.length) {
        throw new AnalysisError('file-changed', faults.shorter, source.path);
      }
      return bytes;
    },
  };
}

/** Collects small pieces, so that not every line is a call of the system. */
function bufferedWrite(write: WriteBytes) {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  const end = () => {
    write(Buffer.concat(parts));
    parts = [];
    bytes = 0;
  };
  return {
    add(part: Uint8Array) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= BUFFER_BYTES) end();
    },
    end,
  };
}

/** One row of the mixture on a line, in its order. */
function manifestText(
  {
    lines,
    mixing: { strataVersion, settings, plan, generated, real },
    choice,
    order,
    targetPath,
  }: Omit<WriteMixtureRequest, 'files'>,
  ordered: readonly MixtureLine[],
): string {
  const fileOf = ({ file, fields }: MixedFile) => ({
    path: file.path,
    bytes: file.bytes,
    lines: file.lines,
    fields,
  });
  const facts = {
    strataVersion,
    generated: fileOf(generated),
    real: fileOf(real),
    target: targetPath,
    ...choice,
    order,
    plan,
    settings,
    heldBackLines: Array.from(lines.heldBack, (line) => line + 1).sort((a, b) => a - b),
  };
  const head = JSON.stringify(facts, null, 1).replace(/\n\}$/u, '');
  return `${head},\n "rows": [\n${ordered.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]\n}\n`;
}
