import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBytes, type ByteSource } from '../../data/byteReader.ts';
import { indexLines } from '../../data/lineIndex.ts';
import type { FieldSelection } from '../../data/rowTypes.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { isCancelled } from '../cancellation.ts';
import { commonRowsOf } from '../experiments/planTable.ts';
import { runOfReport, type MeasuredRun } from '../experiments/runOfReport.ts';
import { unmeasuredRuns, type MeasurableRun } from '../experiments/unmeasuredRuns.ts';
import { inspect } from '../inspect.ts';
import { isPlainInput } from '../isPlainInput.ts';
import type { InspectSettings } from '../report.ts';
import { serializeError, type SerializedError } from '../serializedError.ts';
import { removeFolder } from '../removeFolder.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { convertInput } from './convertInput.ts';
import type { JobEnvironment } from './job.ts';

export interface MeasureRunsRequest {
  /** Of the table. */
  readonly text: string;
  /** In which the table stands. */
  readonly folder: string;
  readonly selection: FieldSelection;
  readonly settings: InspectSettings;
  readonly threads: number;
  readonly assetsFolder: string;
}

/** One data set is measured, or could not be. */
export type MeasureRunsUpdate = MeasurableRun &
  ({ readonly measured: MeasuredRun } | { readonly error: SerializedError });

/**
 * Measures the data sets of the runs that have no level in the table, one after the other, all at the same number of rows:
 * that of the other runs, else the usual one, or less where a data set is smaller. They are of any format that is read.
 * @throws AnalysisError cancelled; what is wrong with one data set is told in its update
 */
export async function measureRunFiles(
  { text, folder, ...request }: MeasureRunsRequest,
  { onUpdate, onProgress, ...environment }: JobEnvironment<'measuring', MeasureRunsUpdate>,
): Promise<void> {
  const table = readRunTable(text);
  const { measurable } = unmeasuredRuns(table, folder);
  const unpacked = temporaryFolder();
  try {
    const opened: OpenedRun[] = [];
    for (const [at, run] of measurable.entries()) {
      const outcome = await openRun(run.path, join(unpacked, String(at)), environment);
      if ('error' in outcome) onUpdate({ ...run, ...outcome });
      else opened.push({ run, ...outcome });
    }
    const least = Math.min(...opened.map(({ lines }) => lines));
    const commonRows = commonRowsOf(table, least, request.settings.commonRows);
    const settings = { ...request.settings, commonRows };
    for (const [at, { run, source }] of opened.entries()) {
      const report = (share: number) =>
        onProgress({ phase: 'measuring', fraction: (at + share) / opened.length });
      report(0);
      try {
        const inspection = await inspect(
          { ...request, source, settings },
          {
            ...environment,
            onProgress: ({ fraction }) => report(fraction),
            onPartial: () => undefined,
          },
        );
        onUpdate({ ...run, measured: runOfReport(inspection.report, run.data) });
      } catch (error) {
        if (isCancelled(environment.cancelFlag)) throw error;
        onUpdate({ ...run, error: serializeError(error) });
      }
    }
  } finally {
    removeFolder(unpacked);
  }
}

interface OpenedRun {
  readonly run: MeasurableRun;
  readonly source: ByteSource;
  readonly lines: number;
}

/** A data set as JSON lines, and how many they are. @param folder made where the data set has to be unpacked */
async function openRun(
  path: string,
  folder: string,
  environment: Pick<JobEnvironment, 'cancelFlag' | 'createPool' | 'askToSend'>,
): Promise<Omit<OpenedRun, 'run'> | { readonly error: SerializedError }> {
  const { cancelFlag } = environment;
  try {
    const plain = { kind: 'file', path } as const;
    const isPlain = await isPlainInput(plain);
    if (!isPlain) mkdirSync(folder);
    const source = isPlain
      ? plain
      : await convertInput(
          { source: plain, folder },
          { ...environment, onProgress: () => undefined, onUpdate: () => undefined },
        );
    const reader = openBytes(source);
    try {
      const { lineCount } = indexLines(reader, {
        onProgress: () => undefined,
        isCancelled: () => isCancelled(cancelFlag),
      });
      return { source, lines: lineCount };
    } finally {
      reader.close();
    }
  } catch (error) {
    if (isCancelled(cancelFlag)) throw error;
    return { error: serializeError(error) };
  }
}
