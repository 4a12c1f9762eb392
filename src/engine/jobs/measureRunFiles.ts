import { openBytes } from '../../data/byteReader.ts';
import { indexLines } from '../../data/lineIndex.ts';
import type { FieldSelection } from '../../data/rowTypes.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { isCancelled } from '../cancellation.ts';
import { commonRowsOf } from '../experiments/planTable.ts';
import { runOfReport, type MeasuredRun } from '../experiments/runOfReport.ts';
import { unmeasuredRuns, type MeasurableRun } from '../experiments/unmeasuredRuns.ts';
import { inspect } from '../inspect.ts';
import type { InspectSettings } from '../report.ts';
import { serializeError, type SerializedError } from '../serializedError.ts';
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
 * that of the other runs, else the usual one, or less where a data set is smaller.
 * @throws AnalysisError cancelled; what is wrong with one data set is told in its update
 */
export async function measureRunFiles(
  { text, folder, ...request }: MeasureRunsRequest,
  { onUpdate, onProgress, ...environment }: JobEnvironment<'measuring', MeasureRunsUpdate>,
): Promise<void> {
  const table = readRunTable(text);
  const { measurable } = unmeasuredRuns(table, folder);
  const lines = measurable.map(({ path }) =>
    linesOf(path, () => isCancelled(environment.cancelFlag)),
  );
  const least = Math.min(...lines.flatMap((count) => count ?? []));
  const commonRows = commonRowsOf(table, least, request.settings.commonRows);
  for (const [at, run] of measurable.entries()) {
    const report = (share: number) =>
      onProgress({ phase: 'measuring', fraction: (at + share) / measurable.length });
    report(0);
    try {
      const inspection = await inspect(
        {
          ...request,
          source: { kind: 'file', path: run.path },
          settings: { ...request.settings, commonRows },
        },
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
}

/** How many lines a file has, at least one; undefined where it cannot be read, which is told when it is measured. */
function linesOf(path: string, isStopped: () => boolean): number | undefined {
  try {
    const reader = openBytes({ kind: 'file', path });
    try {
      const { lineCount } = indexLines(reader, {
        onProgress: () => undefined,
        isCancelled: isStopped,
      });
      return lineCount;
    } finally {
      reader.close();
    }
  } catch {
    return undefined;
  }
}
