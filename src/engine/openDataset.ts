import type { AnalysisError } from '../data/analysisError.ts';
import { openBytes, type ByteReader } from '../data/byteReader.ts';
import { planFields, type FieldPlan } from '../data/fieldPlan.ts';
import { indexLines, type LineIndex } from '../data/lineIndex.ts';
import { areLinesOfJson, describeFile } from './assembleReport.ts';
import { isCancelled, type CancelFlag } from './cancellation.ts';
import { cutIntoChunks, LARGE_FILE_BYTES, type LineRange } from './chunks.ts';
import type { InspectRequest } from './inspection.ts';
import { HEAD_BYTES, noUsableRow } from './noUsableRow.ts';
import type { Reading } from './reading.ts';
import type { FieldFacts, FileFacts } from './report.ts';
import { sampleRecords } from './sampleRecords.ts';
import { selectLines } from './selectLines.ts';
import type { TaskSetup } from './taskContext.ts';
import type { CreateTaskPool, TaskPool } from './taskPool.ts';

/** A data set whose lines and fields are known, with threads that can read it. */
export interface OpenDataset {
  readonly index: LineIndex;
  readonly plan: FieldPlan;
  /** The runs of lines that hold a line to be measured. */
  readonly chunks: readonly LineRange[];
  readonly tasks: TaskPool;
  /** @throws AnalysisError file-changed when the file is no longer the one that was opened */
  readonly assertUnchanged: () => void;
  /** The fault of a file in which no line is a row. */
  readonly noUsableRow: (reading: Reading) => AnalysisError;
  readonly describe: (reading: Reading) => {
    readonly file: FileFacts;
    readonly fields: FieldFacts;
  };
}

export interface OpenEnvironment {
  readonly cancelFlag: CancelFlag;
  readonly createPool: CreateTaskPool;
  /** @param share of the line starts found, 0–1 */
  readonly onProgress: (share: number) => void;
}

type DatasetRequest = Pick<
  InspectRequest,
  'source' | 'selection' | 'settings' | 'lines' | 'rowTags' | 'threads' | 'assetsFolder'
>;

/**
 * Finds a data set's lines and fields, lends it to `work`, and closes it whatever happens.
 * @throws AnalysisError whatever `work` throws; file-changed where the cause is a file that is no
 *   longer the one that was opened
 */
export async function withDataset<Result>(
  request: DatasetRequest,
  environment: OpenEnvironment,
  work: (dataset: OpenDataset) => Promise<Result>,
): Promise<Result> {
  const { cancelFlag } = environment;
  const reader = openBytes(request.source);
  let tasks: TaskPool | undefined;
  try {
    const surveyed = Promise.resolve().then(() => survey(reader, request, environment));
    // Threads take as long to start as lines to be found: where both would be awaited they go side by side.
    tasks = environment.createPool(
      surveyed.then(({ setup }) => setup),
      request.threads,
      reader.byteLength < LARGE_FILE_BYTES ? 1 : request.threads,
    );
    const { index, setup } = await surveyed;
    const { lineStarts, plan, selectedLines } = setup;
    return await work({
      index,
      plan,
      chunks: cutIntoChunks(lineStarts).filter(
        ({ fromLine, toLine }) => selectedLines?.subarray(fromLine, toLine).includes(1) ?? true,
      ),
      tasks,
      assertUnchanged: () => reader.assertUnchanged(),
      noUsableRow: (reading) =>
        noUsableRow(
          reading,
          areLinesOfJson(request.source) ? headOf(reader) : undefined,
          request.source.kind === 'converted' ? request.source.parts : undefined,
        ),
      describe: (reading) =>
        describeFile(
          request.source,
          reader.byteLength,
          { ...index, ...(selectedLines && { selectedLines }) },
          plan,
          reading,
        ),
    });
  } catch (error) {
    assertSameFile(reader, cancelFlag);
    throw error;
  } finally {
    reader.close();
    await tasks?.close();
  }
}

/** Finds where lines begin and which fields the records have. */
function survey(
  reader: ByteReader,
  { source, selection, settings, lines, rowTags, assetsFolder }: DatasetRequest,
  { cancelFlag, onProgress }: OpenEnvironment,
): { readonly index: LineIndex; readonly setup: TaskSetup } {
  const index = indexLines(reader, {
    onProgress: (bytesDone) => onProgress(bytesDone / reader.byteLength),
    isCancelled: () => isCancelled(cancelFlag),
  });
  const { lineStarts, lineCount } = index;
  const setup = {
    source,
    lineStarts,
    plan: planFields(sampleRecords(reader, lineStarts, settings.seed), selection),
    cancelFlag,
    assetsFolder,
    ...(lines && { selectedLines: selectLines(lineCount, lines) }),
    ...(rowTags && { rowTags }),
  };
  return { index, setup };
}

function headOf(reader: ByteReader): Uint8Array {
  const head = Buffer.alloc(Math.min(HEAD_BYTES, reader.byteLength));
  return head.subarray(0, reader.read(0, head));
}

/** A file that changes between two readings shows as rows that do not fit together: say what the cause is. */
function assertSameFile(reader: ByteReader, cancelFlag: CancelFlag): void {
  if (!isCancelled(cancelFlag)) reader.assertUnchanged();
}
