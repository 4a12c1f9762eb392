import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import type { ByteReader } from '../../data/byteReader.ts';
import { isFault } from '../../data/inputs/rowFault.ts';
import { throwIfCancelled, type CancelFlag } from '../cancellation.ts';
import type { WriteBytes } from '../newFile.ts';
import { newFileWithManifest } from '../newFileWithManifest.ts';
import type { TaskContext } from '../taskContext.ts';

export interface CopyLinesParams {
  /** One place per line of the source: 1 for a line that is kept. In shared memory. */
  readonly kept: Uint8Array;
  /** A file that takes the kept lines; never the source. */
  readonly targetPath: string;
  /** Of plain data; the number of lines written is put in as `keptLines`. */
  readonly manifest: object;
  readonly cancelFlag: CancelFlag;
  /** Bytes of the source that have been gone through, for whoever shows the progress. */
  readonly bytesDone: Float64Array<SharedArrayBuffer>;
}

export interface CopyLinesResult {
  readonly lines: number;
  readonly bytes: number;
}

const BLOCK_BYTES = 4 << 20;

/**
 * Streams the kept lines of the source into a new file, byte for byte and in order; of a converted source those with a record;
 * and writes the manifest beside it. Both have other names until they are whole: a copy that is cancelled or fails leaves
 * nothing behind, and whatever stood there stays.
 * O(bytes) time; memory of one block and the manifest.
 * @throws AnalysisError cancelled, file-changed, or not-writable with the reason
 */
export function copyLines(
  { reader, setup }: TaskContext,
  { kept, targetPath, manifest, cancelFlag, bytesDone }: CopyLinesParams,
): CopyLinesResult {
  const { lineStarts } = setup;
  const copied = reader.isConverted === true ? withRecords(kept, reader, lineStarts) : kept;
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  let bytes = 0;
  const copyRange = (write: WriteBytes, from: number, to: number) => {
    for (let position = from; position < to;) {
      throwIfCancelled(cancelFlag);
      const part = block.subarray(0, Math.min(BLOCK_BYTES, to - position));
      if (reader.read(position, part) < part.length) {
        throw new AnalysisError('file-changed', faults.shrank);
      }
      write(part);
      bytes += part.length;
      position += part.length;
      bytesDone[0] = position;
    }
  };
  const copyAll = (write: WriteBytes) => {
    let lines = 0;
    for (let line = 0; line < copied.length;) {
      let end = line;
      while (end < copied.length && copied[end] === copied[line]) end++;
      if (copied[line] === 1) {
        copyRange(write, lineStarts[line]!, lineStarts[end]!);
        lines += end - line;
      }
      line = end;
      bytesDone[0] = lineStarts[line]!;
    }
    return lines;
  };
  const manifestOf = (keptLines: number) =>
    `${JSON.stringify({ ...manifest, keptLines }, null, 2)}\n`;
  const lines = newFileWithManifest(targetPath, copyAll, manifestOf, () => {
    reader.assertUnchanged();
    throwIfCancelled(cancelFlag);
  });
  return { lines, bytes };
}

/** Of a converted file only lines that hold a record: others are blank, or stand for records that could not be read. */
function withRecords(kept: Uint8Array, reader: ByteReader, lineStarts: Float64Array): Uint8Array {
  const first = Buffer.alloc(1);
  return kept.map((isKept, line) => {
    const start = lineStarts[line]!;
    if (isKept === 0 || lineStarts[line + 1]! - start <= 1) return 0;
    reader.read(start, first);
    return isFault(first) ? 0 : 1;
  });
}
